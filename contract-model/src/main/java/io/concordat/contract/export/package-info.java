/** Contracts in the words of other tools: schemas, tables, checks and pages. */
@NullMarked
package io.concordat.contract.export;

import org.jspecify.annotations.NullMarked;
