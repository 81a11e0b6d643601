package io.concordat.contract.odcs;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a contract's team.
 *
 * @param role free text such as {@code owner}, null where not given
 */
public record TeamMember(Locus at, String username, @Nullable String name, @Nullable String role) {}
