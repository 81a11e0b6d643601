package io.concordat.results.file;

import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.file.Unreadable.Code;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scan results of Soda Core 3 and Soda Library, as {@code scan.get_scan_results()} has them. */
final class SodaFiles {

  private static final Set<String> PASSED_OVER =
      Set.of("logs", "metrics", "profiling", "metadata", "queries", "blocks", "location");

  /** The check itself in the definition: what follows {@code checks for orders:}. */
  private static final Pattern KIND =
      Pattern.compile("(?s)^[^\\n]*\\n[\\s\"'-]*(values in|[A-Za-z_]+)");

  private final Collected collected;

  SodaFiles(Collected collected) {
    this.collected = collected;
  }

  static boolean keeps(int depth, String above, String name) {
    return !PASSED_OVER.contains(name);
  }

  void take(Part document) {
    Part checks = document.get("checks");
    if (!checks.isList() || !document.members().containsKey("definitionName")) {
      throw new Unreadable(
          Code.RESULTS_FORMAT_UNKNOWN,
          "It is no result of a Soda scan: definitionName and a list checks are expected.",
          document.line(),
          checks.path());
    }
    Optional<Instant> time =
        Times.first(
            document.text("scanEndTimestamp"),
            document.text("scanStartTimestamp"),
            document.text("dataTimestamp"));
    checks.elements().forEach(check -> check(document, check, time));
  }

  private void check(Part scan, Part check, Optional<Instant> time) {
    if (time.isEmpty()) {
      collected.refuse(check, "Its scan does not say when it ran.");
      return;
    }
    String own = check.text("identity");
    String name = check.text("name");
    String id = own == null ? name : own;
    if (id == null) {
      collected.refuse(check, "It has neither identity nor name.");
      return;
    }
    Finding finding =
        switch (check.get("outcome").words()) {
          case "pass" -> new Finding.Judged(1, 0);
          case "fail", "warn" -> new Finding.Judged(0, 1);
          case "", "error", "not evaluated" -> new Finding.NotJudged(reason(check));
          default -> null;
        };
    if (finding == null) {
      collected.refuse(check.get("outcome"), "Its outcome is none of Soda's.");
      return;
    }
    String table = check.text("table");
    String scanned = scan.get("definitionName").words();
    collected.take(
        new CheckResult(
            Ids.of("soda", scanned, time.get().toString(), id, check.path()),
            Ids.producer("soda", name == null ? id : name + "#" + Ids.of(id).substring(0, 8)),
            attribute(check, "concordat_contract"),
            attribute(check, "concordat_version"),
            attribute(check, "concordat_commitment"),
            table == null ? List.of() : Arrays.asList(table.split("\\.", -1)),
            null,
            check.text("column"),
            kind(check),
            name == null ? List.of() : List.of(name),
            finding,
            time.get(),
            check.place()));
  }

  private static String kind(Part check) {
    Matcher found = KIND.matcher(check.get("definition").words());
    return found.find() ? String.valueOf(found.group(1)) : "";
  }

  private static String reason(Part check) {
    for (Part each : check.get("outcomeReasons").elements()) {
      String message = each.text("message");
      if (message != null) {
        return message;
      }
    }
    return "it was not evaluated.";
  }

  private static @Nullable String attribute(Part check, String name) {
    for (Part each : check.get("resourceAttributes").elements()) {
      if (name.equals(each.text("name"))) {
        return each.text("value");
      }
    }
    return null;
  }
}
