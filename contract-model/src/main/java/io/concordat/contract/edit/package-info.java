/** Changes of a document that leave everything else in it as it is, to the byte. */
@NullMarked
package io.concordat.contract.edit;

import org.jspecify.annotations.NullMarked;
