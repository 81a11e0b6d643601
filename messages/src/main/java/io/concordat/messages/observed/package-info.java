/** What lineage events say, read from whatever form they came in. */
@NullMarked
package io.concordat.messages.observed;

import org.jspecify.annotations.NullMarked;
