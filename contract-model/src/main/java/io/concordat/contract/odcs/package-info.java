/** The Open Data Contract Standard 3.x: structural rules and typed records. */
@NullMarked
package io.concordat.contract.odcs;

import org.jspecify.annotations.NullMarked;
