package io.concordat.messages.policy;

import io.concordat.messages.council.ProposalId;
import org.jspecify.annotations.Nullable;

/**
 * A policy set as it is read.
 *
 * @param proposal whose adoption made it; null for the first set
 */
public record PolicySetView(PolicySet set, @Nullable ProposalId proposal) {}
