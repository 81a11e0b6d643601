/** The domains' months. */
@NullMarked
package io.concordat.cli.scorecard;

import org.jspecify.annotations.NullMarked;
