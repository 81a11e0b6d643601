/** The Open Data Product Standard 0.9.0 and 1.0.0: structural rules and typed records. */
@NullMarked
package io.concordat.contract.odps;

import org.jspecify.annotations.NullMarked;
