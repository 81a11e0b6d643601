package io.concordat.messages.contract;

import io.concordat.messages.Query;
import io.concordat.messages.policy.Verdict;
import java.util.Map;
import java.util.Set;

/**
 * Asks for what assessments said, by contract and sequence number of their events; unknown keys are
 * left out.
 */
public record FindAssessments(Set<SubmissionKey> keys)
    implements Query<Map<SubmissionKey, Verdict>> {}
