package io.concordat.messages.policy;

import io.concordat.messages.EventType;
import io.concordat.messages.council.ProposalId;
import java.time.Instant;

/**
 * An adopted proposal made the next policy set.
 *
 * @param number of the new set
 * @param change by which it differs from the set before
 * @param proposal that was adopted
 * @param effectiveFrom from when the set is in force, UTC
 */
@EventType("policy-set.changed")
public record PolicySetChanged(
    int number, PolicyChange change, ProposalId proposal, Instant effectiveFrom)
    implements PolicySetEvent {}
