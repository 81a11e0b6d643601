package io.concordat.notification;

import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.migration.ParticipantId;

/**
 * Who reads what a notice is about.
 *
 * @param id of a data product, contract or consumer
 * @param kind such as {@code DATA_PRODUCT}, {@code DASHBOARD} or {@code CONTRACT}
 * @param domain that answers for it
 * @param depth steps through the lineage, 1 for who reads it itself
 */
public record Reader(String id, String kind, DomainId domain, int depth) {

  static Reader of(DownstreamReader reader) {
    return new Reader(reader.id(), reader.kind().name(), reader.domain(), reader.depth());
  }

  static Reader of(ParticipantId participant) {
    return new Reader(participant.value(), participant.kind().name(), participant.domain(), 1);
  }
}
