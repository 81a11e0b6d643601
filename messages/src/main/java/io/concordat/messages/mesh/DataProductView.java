package io.concordat.messages.mesh;

import java.time.Instant;
import java.util.List;

/**
 * A data product as it is read: its catalog card.
 *
 * @param discoverable whether a contract of it has passed the gate
 * @param tags of its contracts in force, sorted
 * @param inputPorts as its ODPS document declares them; empty where it has none
 * @param outputPorts in the same way
 */
public record DataProductView(
    ProductId id,
    String name,
    String description,
    ProductOwner owner,
    Instant registeredAt,
    boolean discoverable,
    List<String> tags,
    List<ProductInputPort> inputPorts,
    List<ProductOutputPort> outputPorts) {}
