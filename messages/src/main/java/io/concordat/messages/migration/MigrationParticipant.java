package io.concordat.messages.migration;

import java.util.List;

/**
 * Who has to move, and because of what.
 *
 * @param elements affected elements that it reads, as {@code object.field}; empty where the whole
 *     contract is affected
 */
public record MigrationParticipant(ParticipantId id, List<String> elements) {

  public MigrationParticipant {
    elements = List.copyOf(elements);
  }
}
