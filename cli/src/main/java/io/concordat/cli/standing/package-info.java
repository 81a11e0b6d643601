/** Where the promises of products stand. */
@NullMarked
package io.concordat.cli.standing;

import org.jspecify.annotations.NullMarked;
