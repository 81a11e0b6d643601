/** The language both sides speak: what every command, event and query has in common. */
@NullMarked
package io.concordat.messages;

import org.jspecify.annotations.NullMarked;
