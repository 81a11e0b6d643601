package io.concordat.messages.compliance;

import io.concordat.messages.Command;

/** What can be asked of a product's record of a month. */
public sealed interface ComplianceCommand extends Command permits RecordCompliance {}
