/** Read models of the council's meetings. */
@NullMarked
package io.concordat.projections.meeting;

import org.jspecify.annotations.NullMarked;
