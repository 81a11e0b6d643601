/** Anomalies: unusual windows of fields, as they are read. */
@NullMarked
package io.concordat.graphql.anomaly;

import org.jspecify.annotations.NullMarked;
