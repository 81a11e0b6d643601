/** What was promised and what was kept, counted per window. */
@NullMarked
package io.concordat.messages.compliance;

import org.jspecify.annotations.NullMarked;
