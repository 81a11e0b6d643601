/** Takes observations in, durably, folds them, and sends on what turns. */
@NullMarked
package io.concordat.server.observation;

import org.jspecify.annotations.NullMarked;
