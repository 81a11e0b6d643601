package io.concordat.messages.mesh;

/**
 * Takes a maintenance window back, or ends it now where it has begun: what was not held against the
 * product until now stays so.
 *
 * <p>Emits {@code maintenance.cancelled}; rejects with {@code PRODUCT_NOT_FOUND}, {@code
 * MAINTENANCE_NOT_FOUND}, {@code NOT_ALLOWED}.
 */
public record CancelMaintenance(ProductId product, MaintenanceId maintenance)
    implements MaintenanceCommand {}
