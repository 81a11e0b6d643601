/** The service, put together. */
@NullMarked
package io.concordat.server;

import org.jspecify.annotations.NullMarked;
