/** The council's meetings, their agenda and their minutes. */
@NullMarked
package io.concordat.graphql.meeting;

import org.jspecify.annotations.NullMarked;
