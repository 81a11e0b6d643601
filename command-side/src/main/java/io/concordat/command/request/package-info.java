/** Data requests: what is asked of a domain, and what it answers. */
@NullMarked
package io.concordat.command.request;

import org.jspecify.annotations.NullMarked;
