/** YAML and JSON text as a tree whose nodes know where they stand in the text. */
@NullMarked
package io.concordat.contract.tree;

import org.jspecify.annotations.NullMarked;
