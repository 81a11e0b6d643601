package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vote as it is read.
 *
 * @param standing whether it counts; false where the domain changed it later in the round
 */
public record VoteView(
    int round,
    DomainId domain,
    Subject voter,
    VoteChoice choice,
    @Nullable String reason,
    @Nullable String requestedChange,
    Instant castAt,
    boolean standing) {}
