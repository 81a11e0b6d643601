/** What has to happen at a later time, once, on whichever node. */
@NullMarked
package io.concordat.eventstore.deadline;

import org.jspecify.annotations.NullMarked;
