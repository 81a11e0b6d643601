package io.concordat.cli.change;

import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.report.Finding;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.change.AffectedElements;
import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.util.List;
import java.util.Objects;

/** What of a comparison breaks readers, and which readers. */
final class Breaks {

  private static final int FURTHEST = 50;

  private Breaks() {}

  /** Whether nothing breaks. */
  static boolean none(Sheet sheet) {
    return changes(sheet).isEmpty();
  }

  /** What breaks, as {@code object.field}; empty where the contract as a whole does. */
  static List<String> fields(Sheet sheet) {
    AffectedElements affected = AffectedElements.of(changes(sheet));
    return affected.everything() ? List.of() : affected.names();
  }

  /**
   * The sheet with the readers that a break concerns. Where they cannot be asked for, that is the
   * outcome: a break whose readers are not known must not look like one without any.
   */
  static Sheet withReaders(Remote remote, Sheet sheet) {
    String contract = sheet.contract();
    if (!sheet.outcome().known() || contract == null || none(sheet)) {
      return sheet;
    }
    try {
      return sheet.withReaders(
          Impacts.of(remote, contract, fields(sheet), null, FURTHEST).readers());
    } catch (Stop stop) {
      return new Sheet(
          sheet.file(),
          contract,
          sheet.version(),
          Outcome.UNAVAILABLE,
          "Which consumers are concerned is not known: " + stop.sentence(),
          sheet.findings(),
          sheet.step(),
          List.of());
    }
  }

  private static List<ContractChange> changes(Sheet sheet) {
    return sheet.findings().stream()
        .map(Finding::change)
        .filter(Objects::nonNull)
        .filter(change -> change.kind() == ChangeKind.BREAKING)
        .toList();
  }
}
