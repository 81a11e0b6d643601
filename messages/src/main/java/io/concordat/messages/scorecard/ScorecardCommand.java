package io.concordat.messages.scorecard;

import io.concordat.messages.Command;

/** What can be asked of a month's scorecard. */
public sealed interface ScorecardCommand extends Command permits PublishScorecard {}
