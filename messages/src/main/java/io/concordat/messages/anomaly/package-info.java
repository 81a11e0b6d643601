/** Anomalies: windows of a field that do not look like those before them. */
@NullMarked
package io.concordat.messages.anomaly;

import org.jspecify.annotations.NullMarked;
