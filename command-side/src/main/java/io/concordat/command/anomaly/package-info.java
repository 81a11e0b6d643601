/** Anomalies: unusual windows of a field, each told once. */
@NullMarked
package io.concordat.command.anomaly;

import org.jspecify.annotations.NullMarked;
