/** The council's monthly meetings and their minutes. */
@NullMarked
package io.concordat.messages.meeting;

import org.jspecify.annotations.NullMarked;
