package io.concordat.messages.compliance;

import io.concordat.messages.Event;

/** What happens to a product's record of a month. */
public sealed interface ComplianceEvent extends Event permits ComplianceRecorded {}
