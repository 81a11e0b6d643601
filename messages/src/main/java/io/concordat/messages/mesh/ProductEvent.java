package io.concordat.messages.mesh;

import io.concordat.messages.Event;

/** What happens to a data product. */
public sealed interface ProductEvent extends Event
    permits DataProductRegistered, ProductPortsDeclared, MaintenancePlanned, MaintenanceCancelled {}
