/** Incidents: broken commitments, from opened to resolved. */
@NullMarked
package io.concordat.command.incident;

import org.jspecify.annotations.NullMarked;
