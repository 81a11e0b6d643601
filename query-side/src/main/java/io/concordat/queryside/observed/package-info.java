/** What lineage events spoke of. */
@NullMarked
package io.concordat.queryside.observed;

import org.jspecify.annotations.NullMarked;
