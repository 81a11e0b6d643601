/** What the mesh keeps of its promises, as metrics with a bounded number of series. */
@NullMarked
package io.concordat.server.metrics;

import org.jspecify.annotations.NullMarked;
