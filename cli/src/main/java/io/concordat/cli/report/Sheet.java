package io.concordat.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of one document.
 *
 * @param file its name as it was typed, or {@code stdin}
 * @param contract id of the contract; null where it is not known
 * @param version as the document gives it; null where it is not known
 * @param problem why nothing is known; null where the outcome is known
 * @param findings in document order
 * @param step what was compared, null where nothing was
 * @param readers consumers that the changes concern
 */
public record Sheet(
    String file,
    @Nullable String contract,
    @Nullable String version,
    Outcome outcome,
    @Nullable String problem,
    List<Finding> findings,
    @Nullable Step step,
    List<Reader> readers) {

  public Sheet {
    findings = List.copyOf(findings);
    readers = List.copyOf(readers);
    if (outcome.known() != (problem == null)) {
      throw new IllegalArgumentException(
          "a problem is told where nothing is known, and only there");
    }
  }

  /** A document that was looked at; it fails where a finding is an error. */
  public static Sheet of(
      String file, @Nullable String contract, @Nullable String version, List<Finding> findings) {
    boolean failed = findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
    return new Sheet(
        file,
        contract,
        version,
        failed ? Outcome.FAILED : Outcome.PASSED,
        null,
        findings,
        null,
        List.of());
  }

  /**
   * A document of which nothing is known.
   *
   * @param outcome one that is not known
   * @param problem why, one sentence
   */
  public static Sheet unknown(String file, Outcome outcome, String problem) {
    return new Sheet(file, null, null, outcome, problem, List.of(), null, List.of());
  }

  /** The same with what was compared. */
  public Sheet with(Step compared) {
    return new Sheet(file, contract, version, outcome, problem, findings, compared, readers);
  }

  /** The same with the consumers that are concerned. */
  public Sheet withReaders(List<Reader> concerned) {
    return new Sheet(file, contract, version, outcome, problem, findings, step, concerned);
  }

  /** The same as something that is told and fails nothing: errors become warnings. */
  public Sheet asTold() {
    List<Finding> told =
        findings.stream()
            .map(finding -> finding.level() == Level.ERROR ? finding.at(Level.WARNING) : finding)
            .toList();
    return new Sheet(
        file,
        contract,
        version,
        outcome == Outcome.FAILED ? Outcome.PASSED : outcome,
        problem,
        told,
        step,
        readers);
  }

  /** Whether there is nothing to tell beside that it passed. */
  boolean isQuiet() {
    boolean unchanged =
        step == null
            || (step.before() != null && step.after() != null && step.bump().equals("none"));
    return outcome == Outcome.PASSED && findings.isEmpty() && readers.isEmpty() && unchanged;
  }

  /** How many findings have a level. */
  public long count(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  /**
   * From which version to which a comparison went.
   *
   * @param against what it was compared with, such as {@code main}
   * @param before version of the document before; null where the contract is new
   * @param after version of the document after; null where the contract is gone
   * @param bump the least step that the changes ask for: {@code none}, {@code patch}, {@code
   *     minor}, {@code major}
   * @param suggested the version to give to the document; null where the contract is gone
   * @param fits whether the version of the document after will do
   */
  public record Step(
      String against,
      @Nullable String before,
      @Nullable String after,
      String bump,
      @Nullable String suggested,
      boolean fits) {}

  /**
   * A consumer that changes concern.
   *
   * @param id of the consumer or product
   * @param name for people
   * @param elements what it reads of what changes; empty for anything
   */
  public record Reader(String id, String name, List<String> elements) {

    public Reader {
      elements = List.copyOf(elements);
    }
  }
}
