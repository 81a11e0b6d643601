package io.concordat.messages.policy;

import org.jspecify.annotations.Nullable;

/**
 * One place where a document breaks a rule.
 *
 * @param policy id of the policy; {@code odcs} where the document is not a valid ODCS contract,
 *     {@code yaml} where it cannot be read at all
 * @param severity what it means
 * @param path where, as a JSON path such as {@code $.schema[0].properties[2].classification};
 *     {@code $} for the whole document
 * @param line line in the document, from 1; null where the violation is the absence of something
 *     with no place of its own
 * @param message what to do
 */
public record Violation(
    String policy, Severity severity, String path, @Nullable Integer line, String message) {}
