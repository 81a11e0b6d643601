package io.concordat.council.policyset;

/**
 * Why a policy cannot be used.
 *
 * @param policy id of the policy
 * @param message what is wrong, with line and column in the expression where they are known
 */
public record PolicyProblem(String policy, String message) {}
