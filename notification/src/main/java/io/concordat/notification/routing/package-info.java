/** Channels, and which of them a notice goes to and when. */
@NullMarked
package io.concordat.notification.routing;

import org.jspecify.annotations.NullMarked;
