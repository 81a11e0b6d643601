package io.concordat.cli.report;

import io.concordat.contract.Digest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SARIF 2.1.0 (OASIS), for code scanning. Lines count from 1, columns from 1 in code points. */
final class SarifFormat {

  private SarifFormat() {}

  static String write(Report report) {
    List<String> rules =
        report.sheets().stream()
            .flatMap(sheet -> sheet.findings().stream())
            .map(Finding::rule)
            .distinct()
            .sorted()
            .toList();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "concordat");
    ArrayNode told = driver.putArray("rules");
    rules.forEach(
        rule -> told.addObject().put("id", rule).putObject("shortDescription").put("text", rule));
    run.put("columnKind", "unicodeCodePoints");
    invocation(run.putArray("invocations").addObject(), report);
    ArrayNode results = run.putArray("results");
    for (Sheet sheet : report.sheets()) {
      sheet.findings().forEach(finding -> result(results.addObject(), sheet, finding, rules));
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void invocation(ObjectNode invocation, Report report) {
    List<Sheet> unknown =
        report.sheets().stream().filter(sheet -> !sheet.outcome().known()).toList();
    invocation.put("executionSuccessful", unknown.isEmpty());
    invocation.put("exitCode", report.exitCode().code());
    if (unknown.isEmpty()) {
      return;
    }
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (Sheet sheet : unknown) {
      ObjectNode notification = notifications.addObject().put("level", "error");
      notification.putObject("descriptor").put("id", sheet.outcome().word());
      notification.putObject("message").put("text", Escapes.line(String.valueOf(sheet.problem())));
      notification
          .putArray("locations")
          .addObject()
          .putObject("physicalLocation")
          .putObject("artifactLocation")
          .put("uri", uri(sheet.file()));
    }
  }

  private static void result(ObjectNode result, Sheet sheet, Finding finding, List<String> rules) {
    result.put("ruleId", finding.rule());
    result.put("ruleIndex", rules.indexOf(finding.rule()));
    result.put("level", finding.level().word());
    result.putObject("message").put("text", Escapes.line(finding.message()));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(sheet.file()));
    if (finding.line() != null) {
      ObjectNode region = physical.putObject("region").put("startLine", finding.line());
      if (finding.column() != null) {
        region.put("startColumn", finding.column());
      }
    }
    location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.path());
    // Stays the same when lines move, so that a finding keeps its history.
    String subject = sheet.contract() == null ? sheet.file() : sheet.contract();
    List<String> parts = new ArrayList<>(List.of(subject, finding.rule(), finding.path()));
    result
        .putObject("partialFingerprints")
        .put("concordat/v1", Digest.sha256(String.join("\n", parts)));
  }

  /** A relative file name as a URI reference. */
  private static String uri(String file) {
    try {
      String path = file.replace('\\', '/');
      // A colon in the first segment would read as a scheme.
      boolean absolute = path.startsWith("/");
      URI uri =
          new URI(
              absolute ? "file" : null, absolute ? "" : null, absolute ? path : "/" + path, null);
      String text = uri.toASCIIString();
      return absolute ? text : text.substring(1);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("every path can be quoted", impossible);
    }
  }
}
