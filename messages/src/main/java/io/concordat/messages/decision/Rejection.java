package io.concordat.messages.decision;

/**
 * A reasoned no.
 *
 * @param code stable, from the catalogue
 * @param detail for a person: what is wrong and what would be right; holds no secret
 */
public record Rejection(RejectionCode code, String detail) {}
