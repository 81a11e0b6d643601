package io.concordat.messages.scorecard;

import io.concordat.messages.Event;

/** What happens when a month is closed. */
public sealed interface ScorecardEvent extends Event permits ScorecardPublished, DomainEscalated {}
