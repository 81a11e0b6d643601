/** Commands about the server and the caller. */
@NullMarked
package io.concordat.cli.session;

import org.jspecify.annotations.NullMarked;
