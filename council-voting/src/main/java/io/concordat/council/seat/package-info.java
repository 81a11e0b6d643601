/** The council itself: its founding, its rules, and who holds the seat of each domain. */
@NullMarked
package io.concordat.council.seat;

import org.jspecify.annotations.NullMarked;
