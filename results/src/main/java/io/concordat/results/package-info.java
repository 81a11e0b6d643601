/** What a data test said, and which promise of which contract it is about. */
@NullMarked
package io.concordat.results;

import org.jspecify.annotations.NullMarked;
