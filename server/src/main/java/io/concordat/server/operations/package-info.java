/** Health, metrics and correlation of logs. */
@NullMarked
package io.concordat.server.operations;

import org.jspecify.annotations.NullMarked;
