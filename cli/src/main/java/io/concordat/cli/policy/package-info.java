/** Policy sets, as the server gives them and as they are kept in a file. */
@NullMarked
package io.concordat.cli.policy;

import org.jspecify.annotations.NullMarked;
