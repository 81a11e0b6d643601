/** Probes: what is looked at on a schedule, and becomes observations. */
@NullMarked
package io.concordat.server.probe;

import org.jspecify.annotations.NullMarked;
