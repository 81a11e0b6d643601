package io.concordat.messages.incident;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.LineageNodeKind;

/**
 * Who reads what an incident is about, itself or by way of others.
 *
 * @param id of a data product or consumer
 * @param domain that answers for it
 * @param depth steps through the lineage, 1 for who reads the product itself
 */
public record DownstreamReader(String id, LineageNodeKind kind, DomainId domain, int depth) {}
