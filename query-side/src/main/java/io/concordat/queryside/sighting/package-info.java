/** Who was seen to read contracts, and whether a version can be taken off. */
@NullMarked
package io.concordat.queryside.sighting;

import org.jspecify.annotations.NullMarked;
