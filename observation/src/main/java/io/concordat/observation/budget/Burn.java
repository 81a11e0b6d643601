package io.concordat.observation.budget;

import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A budget that was spent too fast for a while.
 *
 * @param objective percent, as it was when it began
 * @param rate of the long window when it began; infinite where nothing may fail
 * @param endedAt null while it burns
 */
public record Burn(
    UUID id,
    ProductId product,
    String commitment,
    BurnSpeed speed,
    double objective,
    double rate,
    Instant beganAt,
    @Nullable Instant endedAt) {}
