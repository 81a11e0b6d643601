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
    add(
        "avro",
        "Avro schemas, a record for each object",
        new AvroSchemas(),
        Section.CLASSIFICATION,
        Section.SEMANTIC_TYPES);
    add("protobuf", "a proto3 file with a message for each object", new Protobufs());
    for (SqlDialect dialect : SqlDialect.values()) {
      add(
          "sql-" + dialect.id(),
          "CREATE TABLE statements for " + dialect.title(),
          new SqlTables(dialect));
    }
    add(
        "dbt-model",
        "dbt models whose contract is enforced, in YAML",
        DbtFiles.models(),
        Section.CLASSIFICATION,
        Section.SEMANTIC_TYPES,
        Section.QUALITY,
        Section.RELATIONSHIPS);
    add(
        "dbt-source",
        "a dbt source with freshness, in YAML",
        DbtFiles.sources(),
        Section.CLASSIFICATION,
        Section.SEMANTIC_TYPES,
        Section.QUALITY,
        Section.SERVICE_LEVELS,
        Section.RELATIONSHIPS,
        Section.SERVERS);
    add(
        "sodacl",
        "SodaCL checks from fields, quality rules and the latency",
        new SodaChecks(),
        Section.QUALITY,
        Section.SERVICE_LEVELS);
    add("html", "a page for people, one file without scripts", new HtmlPages(), Section.values());
    add("markdown", "a page for people in Markdown", new MarkdownPages(), Section.values());
    List<ExportFormat> formats = new ArrayList<>();
    ENTRIES.values().forEach(entry -> formats.add(entry.format));
    for (SqlDialect dialect : SqlDialect.values()) {
      String description =
          "views that serve an earlier version from the tables of a later one, for "
              + dialect.title();
      formats.add(new ExportFormat(VIEW + dialect.id(), description, true));
    }
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

  /**
   * Views that serve an earlier version of a contract from the tables of a later one, where each
   * row and value of the earlier one can be told from the later one.
   *
   * @param dialect such as {@code postgresql}
   * @throws IllegalArgumentException for a dialect that is not known
   */
  public static ViewResult view(String dialect, OdcsContract before, OdcsContract after) {
    SqlDialect spoken =
        SqlDialect.find(dialect)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no dialect '" + dialect + "'."));
    return new CompatibilityViews(spoken, before, after).result();
  }
}
