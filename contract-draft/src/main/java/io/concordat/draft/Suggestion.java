package io.concordat.draft;

import io.concordat.messages.policy.SemanticType;

/**
 * What a field probably means.
 *
 * @param type of the registry
 * @param sure whether name and type leave little doubt; otherwise a person should look
 */
public record Suggestion(SemanticType type, boolean sure) {}
