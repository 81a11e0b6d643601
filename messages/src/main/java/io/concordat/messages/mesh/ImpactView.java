package io.concordat.messages.mesh;

import io.concordat.messages.migration.ParticipantId;
import java.util.List;

/**
 * Who is affected where something changes.
 *
 * @param of what was asked about
 * @param fields that were asked about; empty for all
 * @param unknown those of them that no version of the contract ever had; where there is one, nobody
 *     was looked for
 * @param affected by distance, then id
 */
public record ImpactView(
    String of, List<String> fields, List<String> unknown, List<Affected> affected) {

  public ImpactView {
    fields = List.copyOf(fields);
    unknown = List.copyOf(unknown);
    affected = List.copyOf(affected);
  }

  /**
   * A consumer or contract that is affected.
   *
   * @param name for people, the id where none is known
   * @param fields of a consumer, what it reads of the changed fields; of a contract, its own fields
   *     that change with them; empty at level {@link ImpactLevel#PRODUCT}
   * @param depth steps from what was asked about
   */
  public record Affected(
      ParticipantId id, String name, ImpactLevel level, List<String> fields, int depth) {

    public Affected {
      fields = List.copyOf(fields);
    }
  }
}
