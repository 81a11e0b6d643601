/** Commands about deprecation windows. */
@NullMarked
package io.concordat.cli.migration;

import org.jspecify.annotations.NullMarked;
