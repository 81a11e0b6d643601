/** Broken commitments, from opened to resolved. */
@NullMarked
package io.concordat.messages.incident;

import org.jspecify.annotations.NullMarked;
