package io.concordat.messages.contract;

import io.concordat.messages.mesh.DatasetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate knew of how a document differs from what jobs were seen to do with its datasets.
 *
 * @param known whether it could be asked; where not, nothing else is told
 * @param asOf when it was asked, UTC
 * @param position how far the log of lineage events had been followed; null where none ever was
 *     followed, and where nothing is known
 * @param observedAt when a job was last seen to write one of the datasets, UTC; null where none was
 * @param undeclared what the data was seen to derive from and the document does not declare, by
 *     contract; at most {@link #MOST}
 * @param unobserved contracts that the document declares, whose datasets are known, and that the
 *     data was not seen to derive from; sorted, at most {@link #MOST}
 * @param schema columns that are not as the document promises: those that are missing first, then
 *     those of another type, then those that are not promised; at most {@link #MOST}
 */
public record DriftRead(
    boolean known,
    Instant asOf,
    @Nullable Long position,
    @Nullable Instant observedAt,
    List<Undeclared> undeclared,
    List<String> unobserved,
    List<Difference> schema) {

  /** Most entries of each list. */
  public static final int MOST = 1_000;

  public DriftRead {
    undeclared = List.copyOf(undeclared);
    unobserved = List.copyOf(unobserved);
    schema = List.copyOf(schema);
  }

  /** Nothing is known, as the lineage graph could not be asked. */
  public static DriftRead unknown(Instant asOf) {
    return new DriftRead(false, asOf, null, null, List.of(), List.of(), List.of());
  }

  /** No job was seen to do anything with the datasets. */
  public static DriftRead nothingSeen(Instant asOf) {
    return new DriftRead(true, asOf, null, null, List.of(), List.of(), List.of());
  }

  /**
   * A contract that is read and not declared.
   *
   * @param dataset of it that is read
   * @param since when the last step to it was first seen, UTC
   */
  public record Undeclared(String contract, DatasetName dataset, Instant since) {}

  /**
   * One field.
   *
   * @param field its place, {@code object.field}; the column's name stands for the field where the
   *     document has none
   * @param promised logical type, null where none is promised
   * @param observed type of the column as it was sent, null where there is none
   */
  public record Difference(
      String field,
      Kind kind,
      DatasetName dataset,
      @Nullable String promised,
      @Nullable String observed) {}

  /** What is different, worst first. */
  public enum Kind {
    /** A promised field is not there. */
    MISSING,
    /** The column has a type that the promised one does not allow. */
    TYPE,
    /** There is a column that is not promised. */
    ADDITIONAL
  }
}
