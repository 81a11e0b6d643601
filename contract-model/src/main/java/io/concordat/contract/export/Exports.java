package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contracts in the words of other tools. What a format cannot say is told as a note. Pure and
 * deterministic: the same contract gives the same files.
 */
public final class Exports {

  private static final String VIEW = "view-";

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
  private static final List<ExportFormat> FORMATS;

  /** An exporter and the parts of a contract that its files hold. */
  private record Entry(ExportFormat format, Exporter exporter, Set<Section> holds) {}

  static {
    add(
        "json-schema",
        "JSON Schema 2020-12, a file for each object",
        new JsonSchemas(),
        Section.CLASSIFICATION,
        Section.SEMANTIC_TYPES);
    for (SqlDialect dialect : SqlDialect.values()) {
      add(
          "sql-" + dialect.id(),
          "CREATE TABLE statements for " + dialect.title(),
          new SqlTables(dialect));
    }
    add("html", "a page for people, one file without scripts", new HtmlPages(), Section.values());
    add("markdown", "a page for people in Markdown", new MarkdownPages(), Section.values());
    List<ExportFormat> formats = new ArrayList<>();
    ENTRIES.values().forEach(entry -> formats.add(entry.format));
    FORMATS = List.copyOf(formats);
  }

  private Exports() {}

  private static void add(String name, String description, Exporter exporter, Section... holds) {
    ENTRIES.put(
        name, new Entry(new ExportFormat(name, description, false), exporter, Set.of(holds)));
  }

  /** All formats, in the order in which people should see them. */
  public static List<ExportFormat> formats() {
    return FORMATS;
  }

  /** The format of a name; empty where there is none. */
  public static Optional<ExportFormat> format(String name) {
    return FORMATS.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /**
   * A contract in a format.
   *
   * @throws IllegalArgumentException for a name that is not that of a format made of one version
   */
  public static ExportResult export(String format, OdcsContract contract) {
    Entry entry = ENTRIES.get(format);
    if (entry == null) {
      throw new IllegalArgumentException(
          "There is no format '" + format + "' made of one version.");
    }
    Notes notes = new Notes();
    List<ExportFile> files = entry.exporter.files(contract, notes);
    Section.missing(contract, entry.holds)
        .ifPresent(missing -> notes.add("", "The files do not hold: " + missing + "."));
    return new ExportResult(files, notes.all());
  }
}
