/** The council's monthly meetings and their minutes. */
@NullMarked
package io.concordat.council.meeting;

import org.jspecify.annotations.NullMarked;
