/** What the columns of a data file look like. */
@NullMarked
package io.concordat.cli.profile;

import org.jspecify.annotations.NullMarked;
