/** Query handlers: they read the lineage graph and the read models, and nothing else. */
@NullMarked
package io.concordat.queryside;

import org.jspecify.annotations.NullMarked;
