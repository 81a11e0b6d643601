package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;

/** The delegate does not act for the domain any more. */
@EventType("council.delegation-revoked")
public record DelegationRevoked(
    DomainId domain, Subject delegate, Subject revokedBy, Instant revokedAt)
    implements CouncilEvent {}
