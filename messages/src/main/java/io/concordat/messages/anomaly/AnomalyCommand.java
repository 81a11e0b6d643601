package io.concordat.messages.anomaly;

import io.concordat.messages.Command;

/** What can be asked of an anomaly. */
public sealed interface AnomalyCommand extends Command permits DetectAnomaly {}
