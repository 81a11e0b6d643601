package io.concordat.messages.mesh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is affected where something changes.
 *
 * @param of what was asked about
 * @param fields that were asked about; empty for all
 * @param unknown those of them that no version of the contract ever had by then; where there is
 *     one, nobody was looked for
 * @param affected by distance, then id; the nearest, where there are more than were to be listed
 * @param count how many are affected within the depth that was asked for, listed or not
 * @param truncated whether something affected is not listed: it is one too many, or too far away
 */
public record ImpactView(
    String of,
    List<String> fields,
    List<String> unknown,
    List<Affected> affected,
    int count,
    boolean truncated) {

  public ImpactView {
    fields = List.copyOf(fields);
    unknown = List.copyOf(unknown);
    affected = List.copyOf(affected);
  }

  /**
   * A consumer, contract or dataset that is affected.
   *
   * @param consumerKind of a consumer; null for what is none
   * @param name for people, the id where none is known
   * @param domain null for a dataset
   * @param fields of a consumer, what it reads of the changed fields; of a contract, its own fields
   *     that change with them; empty at level {@link ImpactLevel#PRODUCT}
   * @param depth steps from what was asked about
   */
  public record Affected(
      String id,
      AffectedKind kind,
      @Nullable ConsumerKind consumerKind,
      String name,
      @Nullable DomainId domain,
      ImpactLevel level,
      List<String> fields,
      int depth) {

    public Affected {
      fields = List.copyOf(fields);
    }
  }
}
