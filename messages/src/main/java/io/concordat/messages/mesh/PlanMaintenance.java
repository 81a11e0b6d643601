package io.concordat.messages.mesh;

import io.concordat.messages.Shape;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Plans a maintenance window, in which nothing is held against the promises of a product: neither
 * what is observed nor silence. Windows of one product do not overlap.
 *
 * <p>Emits {@code maintenance.planned}; rejects with {@code PRODUCT_NOT_FOUND}, {@code
 * MAINTENANCE_OUT_OF_BOUNDS}, {@code MAINTENANCE_OVERLAPS}, {@code MAINTENANCE_FULL}, {@code
 * NOT_ALLOWED}.
 *
 * @param from its first moment, not in the past and within {@link #FARTHEST}; null for now
 * @param until its first moment no more, after the first and {@link #LONGEST} after it at most
 * @param reason for people, one line of at most 500 characters
 */
public record PlanMaintenance(
    ProductId product,
    MaintenanceId maintenance,
    @Nullable Instant from,
    Instant until,
    String reason)
    implements MaintenanceCommand {

  /** The longest that a window lasts. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** How far ahead a window may begin. */
  public static final Duration FARTHEST = Duration.ofDays(366);

  /** The most windows of a product that lie ahead or last. */
  public static final int MOST = 50;

  public PlanMaintenance {
    Shape.line("reason", reason, 500);
  }
}
