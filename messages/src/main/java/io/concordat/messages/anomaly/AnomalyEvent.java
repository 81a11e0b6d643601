package io.concordat.messages.anomaly;

import io.concordat.messages.Event;

/** What happens to an anomaly. */
public sealed interface AnomalyEvent extends Event permits AnomalyDetected {}
