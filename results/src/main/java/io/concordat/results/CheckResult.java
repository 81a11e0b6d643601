package io.concordat.results;

import io.concordat.messages.mesh.DatasetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check of a tool found.
 *
 * @param id the same for the same check of the same run, 1 to 100 characters
 * @param producer the tool and the check, 1 to 100 characters: each check is a producer of its own,
 *     so that one that fails is not hidden by another that holds
 * @param contract contract that the tool names; null where it names none
 * @param version version that the tool names; null where it names none
 * @param commitment promise that the tool names; null where it names none
 * @param dataset what was looked at, from the outermost name to the table's: {@code [shop, public,
 *     orders]}; empty where it is not known
 * @param exact the dataset as lineage events name it; null where only its parts are known
 * @param column null where the check is about the whole dataset
 * @param check what the tool calls this kind of check, such as {@code not_null}; empty where it has
 *     no name for it
 * @param names what the check itself is called: name, id
 * @param observedAt UTC
 * @param place where it stands in its file
 */
public record CheckResult(
    String id,
    String producer,
    @Nullable String contract,
    @Nullable String version,
    @Nullable String commitment,
    List<String> dataset,
    @Nullable DatasetName exact,
    @Nullable String column,
    String check,
    List<String> names,
    Finding finding,
    Instant observedAt,
    Place place) {

  public CheckResult {
    dataset = List.copyOf(dataset);
    names = List.copyOf(names);
  }

  /** What came out. */
  public sealed interface Finding {

    /** The tool judged: so many checks held, so many did not. */
    record Judged(long passed, long failed) implements Finding {}

    /** The tool measured. */
    record Measured(double value, String unit) implements Finding {}

    /**
     * The tool counted values that are missing, wrong or repeated; it becomes a measure in the unit
     * of the promise, rows or percent.
     *
     * @param bad how many are
     * @param all of how many; null where it is not known
     */
    record Counted(double bad, @Nullable Double all) implements Finding {}

    /** The check did not run to its end, or says nothing. */
    record NotJudged(String reason) implements Finding {}
  }

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param path JSON path
   */
  public record Place(int line, String path) {}

  /** The same with a contract, where it names none; null for none. */
  public CheckResult of(@Nullable String named) {
    return named == null || contract != null
        ? this
        : new CheckResult(
            id,
            producer,
            named,
            version,
            commitment,
            dataset,
            exact,
            column,
            check,
            names,
            finding,
            observedAt,
            place);
  }

  /** What the check is about, for people. */
  public String spoken() {
    String table = exact != null ? exact.name() : String.join(".", dataset);
    String subject = column == null ? table : table + "." + column;
    String what = check.isEmpty() && !names.isEmpty() ? names.getFirst() : check;
    return subject.isEmpty() ? what : what + " of " + subject;
  }
}
