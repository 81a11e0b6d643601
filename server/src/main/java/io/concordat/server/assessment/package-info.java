/** Published contracts are held against the rules that come after them. */
@NullMarked
package io.concordat.server.assessment;

import org.jspecify.annotations.NullMarked;
