/** Connections to the read stores and their health. */
@NullMarked
package io.concordat.server.store;

import org.jspecify.annotations.NullMarked;
