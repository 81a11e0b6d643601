/** Commands that turn other formats into contracts and contracts into other formats. */
@NullMarked
package io.concordat.cli.exchange;

import org.jspecify.annotations.NullMarked;
