/** What the values of one field looked like in one window of time. */
@NullMarked
package io.concordat.profile;

import org.jspecify.annotations.NullMarked;
