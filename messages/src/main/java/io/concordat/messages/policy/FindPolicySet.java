package io.concordat.messages.policy;

import io.concordat.messages.Query;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a policy set: by number, or the one in force at a time, or, with neither, the one in
 * force now.
 *
 * @param number from 1, null where the time decides
 * @param asOf UTC, null for now
 */
public record FindPolicySet(@Nullable Integer number, @Nullable Instant asOf)
    implements Query<Optional<PolicySetView>> {}
