/** What the service keeps of incidents beside their events. */
@NullMarked
package io.concordat.server.incident;

import org.jspecify.annotations.NullMarked;
