package io.concordat.contract.policy;

import java.util.Map;

/**
 * What a policy is evaluated for.
 *
 * @param name for messages
 * @param value that the policy is about
 * @param variables that the expression sees, those of the whole mesh too; unmodifiable
 */
record Element(String name, PolicyStruct value, Map<String, Object> variables) {}
