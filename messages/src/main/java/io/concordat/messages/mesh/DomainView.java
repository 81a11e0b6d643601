package io.concordat.messages.mesh;

import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A domain as it is read. */
public record DomainView(
    DomainId id,
    String name,
    String description,
    @Nullable Subject director,
    Instant registeredAt) {}
