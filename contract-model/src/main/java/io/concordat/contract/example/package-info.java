/** The examples that policies ship with, and whether they show what they say. */
@NullMarked
package io.concordat.contract.example;

import org.jspecify.annotations.NullMarked;
