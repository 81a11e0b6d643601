/** Stored forms: logical names, revisions, and JSON that refuses what is missing. */
@NullMarked
package io.concordat.eventstore.serialization;

import org.jspecify.annotations.NullMarked;
