package io.concordat.draft;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Drafts from what is there already, or from nothing. Everything is read within this process, from
 * the files that are named, and nothing over the network.
 */
public final class Drafts {

  private static final List<String> FORMATS = List.of("sql", "avro", "json-schema", "dbt", "data");
  private static final long LARGEST_TEXT = 256L * 1024 * 1024;

  private Drafts() {}

  /** The formats that {@link #fromFile} takes. */
  public static List<String> formats() {
    return FORMATS;
  }

  /** A draft of one object with one field, both to be replaced. */
  public static Draft empty() {
    return new Draft(
        List.of(
            new DraftObject(
                "example_object",
                null,
                "table",
                null,
                List.of(DraftField.of("example_field", "string")))),
        List.of());
  }

  /**
   * A draft of the tables that SQL statements define, in the dialect of any common store.
   *
   * @throws DraftException where they cannot be read, or define no table
   */
  public static Draft fromSql(String ddl) {
    return SqlDrafts.read(ddl);
  }

  /**
   * A draft of an Avro schema in JSON: a record, or a list of records.
   *
   * @throws DraftException where it cannot be read
   */
  public static Draft fromAvro(String schema) {
    return AvroDrafts.read(schema);
  }

  /**
   * A draft of a JSON Schema: an object with properties, or a list of such objects.
   *
   * @param objectName used where the schema has no title
   * @throws DraftException where it cannot be read
   */
  public static Draft fromJsonSchema(String schema, String objectName) {
    return JsonSchemaDrafts.read(schema, objectName);
  }

  /**
   * A draft of what a dbt project makes.
   *
   * @param manifest the project's {@code target/manifest.json}
   * @param catalog its {@code target/catalog.json}, which has the types; null where there is none
   * @param only name of one model, seed, snapshot or source; null for all models
   * @throws DraftException where they cannot be read, or have no such name
   */
  public static Draft fromDbt(Path manifest, @Nullable Path catalog, @Nullable String only) {
    return DbtDrafts.read(text(manifest), catalog == null ? null : text(catalog), only);
  }

  /**
   * A draft of a Parquet, CSV or JSON file, told by its name.
   *
   * @throws DraftException where it cannot be read
   */
  public static Draft fromData(Path file) {
    return DataFiles.read(file);
  }

  /**
   * A draft of any file.
   *
   * @param format one of {@link #formats}; null to tell it by the file's name and content
   * @throws DraftException where it cannot be read or told
   */
  public static Draft fromFile(Path file, @Nullable String format) {
    String name = String.valueOf(file.getFileName());
    return switch (format == null ? guess(file, name) : format) {
      case "sql" -> fromSql(text(file));
      case "avro" -> fromAvro(text(file));
      case "json-schema" -> fromJsonSchema(text(file), name.replaceFirst("\\..*$", ""));
      case "dbt" -> {
        Path catalog = file.resolveSibling("catalog.json");
        yield fromDbt(file, Files.isRegularFile(catalog) ? catalog : null, null);
      }
      case "data" -> fromData(file);
      default ->
          throw new DraftException(
              "'%s' is not one of the formats %s".formatted(format, String.join(", ", FORMATS)),
              0,
              0);
    };
  }

  private static String guess(Path file, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".sql") || lower.endsWith(".ddl")) {
      return "sql";
    }
    if (lower.endsWith(".avsc")) {
      return "avro";
    }
    if (lower.endsWith("manifest.json")) {
      return "dbt";
    }
    if (lower.endsWith(".schema.json") || lower.endsWith(".jsonschema")) {
      return "json-schema";
    }
    if (lower.endsWith(".json") && declaresSchema(file)) {
      return "json-schema";
    }
    if (DataFiles.isData(name)) {
      return "data";
    }
    throw new DraftException(
        "what '%s' is cannot be told by its name; name one of the formats %s"
            .formatted(name, String.join(", ", FORMATS)),
        0,
        0);
  }

  /** Whether a JSON file says near its start that it is a schema. */
  private static boolean declaresSchema(Path file) {
    try (var stream = Files.newInputStream(file)) {
      String start = new String(stream.readNBytes(2_000), StandardCharsets.UTF_8);
      return start.contains("\"$schema\"") && start.contains("json-schema.org");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_TEXT) {
        throw new DraftException(file + " is larger than 256 MB", 0, 0);
      }
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new DraftException(file + " is not text in UTF-8", 0, 0);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DraftException unreadable(Path file, IOException e) {
    return new DraftException(
        "%s cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), 0, 0);
  }
}
