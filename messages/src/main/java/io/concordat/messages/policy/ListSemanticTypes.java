package io.concordat.messages.policy;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for the semantic types of the policy set in force, sorted by name. */
public record ListSemanticTypes(PageRequest page) implements Query<Page<SemanticType>> {}
