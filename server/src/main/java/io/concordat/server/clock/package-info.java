/** What the clock brings about. */
@NullMarked
package io.concordat.server.clock;

import org.jspecify.annotations.NullMarked;
