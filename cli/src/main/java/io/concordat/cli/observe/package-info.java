/** What was seen of promises is sent to the server. */
@NullMarked
package io.concordat.cli.observe;

import org.jspecify.annotations.NullMarked;
