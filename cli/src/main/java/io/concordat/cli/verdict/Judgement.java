package io.concordat.cli.verdict;

import io.concordat.cli.input.Input;
import io.concordat.cli.input.Places;
import io.concordat.cli.report.Finding;
import io.concordat.cli.report.Level;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.commitment.Commitment;
import io.concordat.contract.commitment.Commitments;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the reader and the gate say of a document into a sheet. */
final class Judgement {

  /** The rule that an id of a contract has the form of Concordat's. */
  static final String ID_RULE = "contract-id";

  /** What is told of a promise that cannot be evaluated; never a violation. */
  private static final String COMMITMENT_RULE = "not-evaluable";

  private Judgement() {}

  /** What can be said of a document without any policy, with the promises that nobody can check. */
  static Sheet lint(Input input) {
    if (!(input instanceof Input.Text text)) {
      return structure(input);
    }
    ReadResult read = OdcsReader.read(text.text());
    Sheet sheet = structure(text, read, Level.WARNING);
    OdcsContract contract = read.contract();
    if (contract == null) {
      return sheet;
    }
    List<Finding> findings = new ArrayList<>(sheet.findings());
    for (Commitment commitment : Commitments.of(contract)) {
      if (commitment instanceof Commitment.NotEvaluable open) {
        findings.add(
            new Finding(
                Level.NOTE,
                COMMITMENT_RULE,
                open.at().path(),
                open.at().line(),
                open.at().node().span().column(),
                "No observation can be held against the promise '%s': %s"
                    .formatted(open.description(), open.reason()),
                null));
      }
    }
    return Sheet.of(sheet.file(), sheet.contract(), sheet.version(), findings);
  }

  /** What can be said of a document without any policy. */
  static Sheet structure(Input input) {
    return switch (input) {
      case Input.Unreadable unreadable ->
          Sheet.unknown(unreadable.name(), Outcome.UNREADABLE, unreadable.problem());
      case Input.Text text -> structure(text, OdcsReader.read(text.text()), Level.WARNING);
    };
  }

  /**
   * What can be said of a document that was read.
   *
   * @param foreignId how grave it is that the id is not one of Concordat's
   */
  static Sheet structure(Input.Text text, ReadResult read, Level foreignId) {
    OdcsContract contract = read.contract();
    if (contract == null) {
      return Sheet.of(text.name(), null, read.version(), findings(text.text(), read.violations()));
    }
    List<Finding> findings = new ArrayList<>(findings(text.text(), read.violations()));
    String problem = problemOf(contract.id());
    if (problem != null) {
      findings.addFirst(foreignId(contract, foreignId, problem));
    }
    return Sheet.of(text.name(), contract.id(), read.version(), findings);
  }

  /** What violations say, with columns. */
  static List<Finding> findings(String document, List<Violation> violations) {
    if (violations.isEmpty()) {
      return List.of();
    }
    Places places = Places.of(document);
    return violations.stream()
        .map(violation ->
            new Finding(
                violation.blocks() ? Level.ERROR : Level.WARNING,
                violation.policy(),
                violation.path(),
                violation.line(),
                places.column(violation.path(), violation.line()),
                violation.message(),
                null))
        .toList();
  }

  /** Why an id is not one of Concordat's; null where it is one. */
  static @Nullable String problemOf(String id) {
    try {
      ContractId parsed = new ContractId(id);
      return parsed.value().equals(id) ? null : "is not written as it is read";
    } catch (InvalidValue invalid) {
      return String.valueOf(invalid.getMessage());
    }
  }

  private static Finding foreignId(OdcsContract contract, Level level, String problem) {
    int line =
        contract.at().node() instanceof Mapping root ? root.lineOf("id") : contract.at().line();
    Integer column =
        contract.at().node() instanceof Mapping root
                && root.entries().get("id") instanceof Mapping.Entry(Scalar key, var _)
            ? Integer.valueOf(key.span().column())
            : null;
    return new Finding(
        level,
        ID_RULE,
        "$.id",
        line,
        column,
        "Concordat can publish it only under an id of three slugs: " + problem + ".",
        null);
  }
}
