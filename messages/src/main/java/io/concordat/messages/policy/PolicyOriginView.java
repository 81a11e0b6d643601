package io.concordat.messages.policy;

import io.concordat.messages.council.ProposalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decided a policy as it stood in a policy set.
 *
 * @param policy its text at that time
 * @param policySet the set that judged
 * @param since number of the set that brought this text
 * @param proposal whose adoption brought it; null where the mesh was founded with it
 * @param decidedAt when the proposal was adopted, UTC; null where the mesh was founded with it
 * @param meeting the month (UTC) of the council's meeting whose minutes tell of it: the first that
 *     ends after the decision; null for the founding, and where no such meeting is scheduled
 */
public record PolicyOriginView(
    Policy policy,
    PolicySetView policySet,
    int since,
    @Nullable ProposalId proposal,
    @Nullable Instant decidedAt,
    @Nullable String meeting) {}
