/** Takes lineage events in, durably, and writes what they say into the lineage graph. */
@NullMarked
package io.concordat.server.openlineage;

import org.jspecify.annotations.NullMarked;
