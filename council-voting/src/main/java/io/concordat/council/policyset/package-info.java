/** The numbered policy sets: how one follows from another and which is in force when. */
@NullMarked
package io.concordat.council.policyset;

import org.jspecify.annotations.NullMarked;
