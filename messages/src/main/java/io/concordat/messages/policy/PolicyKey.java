package io.concordat.messages.policy;

/**
 * Names a policy as it stood in a policy set.
 *
 * @param policySet number of the set
 * @param policy id of the policy
 */
public record PolicyKey(int policySet, String policy) {}
