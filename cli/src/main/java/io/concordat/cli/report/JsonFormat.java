package io.concordat.cli.report;

import io.concordat.messages.contract.ContractChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * For programs. Names are never renamed or left out: what is not known is null. New names may come;
 * anything else is another {@code schemaVersion}.
 */
final class JsonFormat {

  private static final int SCHEMA_VERSION = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonFormat() {}

  static String write(Report report) {
    ObjectNode root = NODES.objectNode();
    root.put("tool", "concordat");
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("command", report.command());
    root.put("exitCode", report.exitCode().code());
    ObjectNode summary = root.putObject("summary");
    summary.put("files", report.sheets().size());
    for (Outcome outcome : Outcome.values()) {
      summary.put(outcome.word(), report.count(outcome));
    }
    for (Level level : Level.values()) {
      summary.put(level.word() + "s", report.count(level));
    }
    ArrayNode files = root.putArray("files");
    report.sheets().forEach(sheet -> files.add(sheet(sheet)));
    ArrayNode notes = root.putArray("notes");
    report.notes().forEach(notes::add);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode sheet(Sheet sheet) {
    ObjectNode node = NODES.objectNode();
    node.put("file", sheet.file());
    node.put("contract", sheet.contract());
    node.put("version", sheet.version());
    node.put("outcome", sheet.outcome().word());
    node.put("problem", sheet.problem());
    ArrayNode findings = node.putArray("findings");
    sheet.findings().forEach(finding -> findings.add(finding(finding)));
    node.set("comparison", step(sheet.step()));
    ArrayNode readers = node.putArray("consumers");
    for (Sheet.Reader reader : sheet.readers()) {
      ObjectNode entry = readers.addObject().put("id", reader.id()).put("name", reader.name());
      ArrayNode elements = entry.putArray("elements");
      reader.elements().forEach(elements::add);
    }
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = NODES.objectNode();
    node.put("level", finding.level().word());
    node.put("rule", finding.rule());
    node.put("path", finding.path());
    node.put("line", finding.line());
    node.put("column", finding.column());
    node.put("message", finding.message());
    ContractChange change = finding.change();
    if (change == null) {
      node.putNull("change");
    } else {
      ObjectNode entry = node.putObject("change");
      entry.put("kind", change.kind().name());
      entry.put("element", change.element());
      entry.put("before", change.before());
      entry.put("after", change.after());
    }
    return node;
  }

  private static @Nullable ObjectNode step(Sheet.@Nullable Step step) {
    if (step == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode();
    node.put("against", step.against());
    node.put("before", step.before());
    node.put("after", step.after());
    node.put("bump", step.bump());
    node.put("suggestedVersion", step.suggested());
    node.put("versionFits", step.fits());
    return node;
  }
}
