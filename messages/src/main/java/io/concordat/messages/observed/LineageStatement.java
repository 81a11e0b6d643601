package io.concordat.messages.observed;

import io.concordat.messages.mesh.DatasetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one lineage event says. */
public sealed interface LineageStatement {

  /** When it was so, as the sender's clock says, UTC. */
  Instant at();

  /**
   * A run of a job did something. The datasets of a run come in one event or spread over several,
   * in any order, and again.
   *
   * @param run id of the run, any text
   */
  record OfRun(
      Instant at,
      RunState state,
      String run,
      JobName job,
      List<ObservedDataset> inputs,
      List<ObservedDataset> outputs)
      implements LineageStatement {

    public OfRun {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /** A job reads and writes these datasets, whenever it runs. */
  record OfJob(Instant at, JobName job, List<ObservedDataset> inputs, List<ObservedDataset> outputs)
      implements LineageStatement {

    public OfJob {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /** A dataset is so. */
  record OfDataset(Instant at, ObservedDataset dataset) implements LineageStatement {}

  /** Where a run stands; an event that does not say so is {@link #OTHER}. */
  enum RunState {
    START,
    RUNNING,
    COMPLETE,
    ABORT,
    FAIL,
    OTHER
  }

  /** A job; any text, compared to the character. */
  record JobName(String namespace, String name) {}

  /**
   * A dataset as an event shows it.
   *
   * @param columns all of its columns; null where the event does not say
   * @param sources which of its columns derive from which; null where the event does not say
   * @param change what became of it; null where the event does not say
   * @param aliases other names of the same dataset
   */
  record ObservedDataset(
      DatasetName name,
      @Nullable List<Column> columns,
      @Nullable List<ColumnSource> sources,
      @Nullable Change change,
      List<DatasetName> aliases) {

    public ObservedDataset {
      columns = columns == null ? null : List.copyOf(columns);
      sources = sources == null ? null : List.copyOf(sources);
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * A column.
   *
   * @param name parts of a nested one joined by dots
   * @param type as the sender names it, null where not told
   */
  record Column(String name, @Nullable String type) {}

  /**
   * A column derives from another.
   *
   * @param column of the dataset that was written
   * @param dataset that holds the other column
   * @param source the other column
   * @param indirect whether the other only decided which rows there are, or their order: by a
   *     filter, a join, a sort
   */
  record ColumnSource(String column, DatasetName dataset, String source, boolean indirect) {}

  /** What became of a dataset. */
  sealed interface Change {}

  /** It is gone. */
  record Dropped() implements Change {}

  /** It had another name before. */
  record Renamed(DatasetName previous) implements Change {}
}
