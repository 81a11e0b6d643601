/** Changes of the rules, tried on what was published before anybody votes on them. */
@NullMarked
package io.concordat.server.whatif;

import org.jspecify.annotations.NullMarked;
