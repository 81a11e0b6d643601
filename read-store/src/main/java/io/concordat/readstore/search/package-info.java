/** How names and texts are cut into words, when written and when looked for. */
@NullMarked
package io.concordat.readstore.search;

import org.jspecify.annotations.NullMarked;
