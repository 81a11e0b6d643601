package io.concordat.eventstore.append;

/**
 * An event that is durable.
 *
 * @param stream event stream, such as {@code contract:payments/settlements/daily}
 * @param sequenceNumber position within its stream, from 0
 * @param globalIndex position within the whole store; grows in the order of commits
 * @param eventType logical name, such as {@code contract.version-published}
 */
public record AppendedEvent(
    String stream, long sequenceNumber, long globalIndex, String eventType) {}
