package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;

/** A seat on the council as it is read. */
public record SeatView(DomainId domain, Subject representative, Instant appointedAt) {}
