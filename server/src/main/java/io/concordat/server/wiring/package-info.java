/** The ports of the command modules, answered from the event streams. */
@NullMarked
package io.concordat.server.wiring;

import org.jspecify.annotations.NullMarked;
