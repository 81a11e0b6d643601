/** Answers about the council's meetings and reminders. */
@NullMarked
package io.concordat.queryside.meeting;

import org.jspecify.annotations.NullMarked;
