package io.concordat.messages.council;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * An adopted proposal gave the council other rules. Ballots that are open keep theirs.
 *
 * @param proposal that was adopted
 * @param effectiveFrom from when ballots are opened by these rules, UTC
 */
@EventType("council.rules-changed")
public record CouncilRulesChanged(
    CouncilRules rules, ProposalId proposal, Instant effectiveFrom, Instant changedAt)
    implements CouncilEvent {}
