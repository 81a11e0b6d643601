/** The council's calendar, and the minutes of its meetings. */
@NullMarked
package io.concordat.server.meeting;

import org.jspecify.annotations.NullMarked;
