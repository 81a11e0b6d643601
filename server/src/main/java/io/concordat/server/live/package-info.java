/** Changes told to subscribers. */
@NullMarked
package io.concordat.server.live;

import org.jspecify.annotations.NullMarked;
