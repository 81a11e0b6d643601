package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SQL dialect: how names, texts and types are written in it. */
enum SqlDialect {
  POSTGRESQL("postgresql", "PostgreSQL", '"'),
  SNOWFLAKE("snowflake", "Snowflake", '"'),
  BIGQUERY("bigquery", "BigQuery", '`'),
  SPARK("spark", "Spark", '`'),
  DUCKDB("duckdb", "DuckDB", '"');

  private static final Pattern PLAIN_LOWER = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern PLAIN_ANY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that one of the dialects reserves; to quote one too many does no harm. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          account all alter analyse analyze and anti any array as asc assert_rows_modified \
          asymmetric at authorization between binary both by case cast check collate collation \
          column commit concurrently connect connection constraint contains create cross cube \
          current current_catalog current_date current_role current_schema current_time \
          current_timestamp current_user database default deferrable define delete desc describe \
          distinct do drop else end enum escape except exclude exists extract false fetch filter \
          following for foreign freeze from full function grant group grouping groups gscluster \
          hash having if ignore ilike in increment initially inner insert intersect interval into \
          is isnull issue join lambda lateral leading left like limit localtime localtimestamp \
          lookup macro map merge minus natural new no not notnull null nulls of off offset on only \
          or order organization outer over overlaps partition pivot pivot_longer pivot_wider \
          placing preceding primary proto qualify range recursive references regexp respect \
          returning revoke right rlike rollup row rows sample schema select semi session_user set \
          show similar some start struct summarize symmetric system_user table tables tablesample \
          then time timestamp to trailing treat trigger true truncate try_cast type unbounded union \
          unique unnest unpivot update user using values variadic verbose view when whenever where \
          window with within\
          """
              .split("\\s+"));

  private final String id;
  private final String title;
  private final char quote;

  SqlDialect(String id, String title, char quote) {
    this.id = id;
    this.title = title;
    this.quote = quote;
  }

  /** As in the names of formats, such as {@code postgresql}. */
  String id() {
    return id;
  }

  /** For people. */
  String title() {
    return title;
  }

  static Optional<SqlDialect> find(String id) {
    return Stream.of(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
  }

  /** The dialect that a server of an ODCS type speaks; empty for others. */
  static Optional<SqlDialect> ofServer(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "postgres", "postgresql", "redshift", "cloudsql" -> Optional.of(POSTGRESQL);
      case "snowflake" -> Optional.of(SNOWFLAKE);
      case "bigquery" -> Optional.of(BIGQUERY);
      case "databricks", "hive", "glue" -> Optional.of(SPARK);
      case "duckdb", "local", "s3" -> Optional.of(DUCKDB);
      default -> Optional.empty();
    };
  }

  /** The dialect of the first server that speaks one; empty where none does. */
  static Optional<SqlDialect> of(OdcsContract contract) {
    return contract.servers().stream()
        .flatMap(server -> ofServer(server.type()).stream())
        .findFirst();
  }

  /**
   * A name, in quotes where it needs them. Names are quoted only then: Snowflake reads an unquoted
   * name in capitals, and queries that people write do not quote.
   */
  String name(String name) {
    String shown = Words.line(name);
    Pattern plain = this == POSTGRESQL || this == DUCKDB ? PLAIN_LOWER : PLAIN_ANY;
    boolean unquoted =
        plain.matcher(shown).matches() && !RESERVED.contains(shown.toLowerCase(Locale.ROOT));
    if (unquoted) {
      return shown;
    }
    String safe = shown.isEmpty() ? "_" : shown;
    String inner =
        switch (this) {
          case POSTGRESQL, SNOWFLAKE, DUCKDB -> safe.replace("\"", "\"\"");
          case SPARK -> safe.replace("`", "``");
          case BIGQUERY -> safe.replace("\\", "\\\\").replace("`", "\\`");
        };
    return quote + inner + quote;
  }

  /** The name of a table, which may have a schema and a database before it, divided by dots. */
  String table(String name) {
    String[] parts = name.strip().split("\\.", -1);
    boolean qualified =
        parts.length <= 3
            && Stream.of(parts).allMatch(part -> part.matches("[A-Za-z_][A-Za-z0-9_$-]*"));
    return qualified
        ? Stream.of(parts).map(this::name).collect(Collectors.joining("."))
        : name(name);
  }

  /** A text as a literal. */
  String literal(String text) {
    String line = Words.line(text);
    return switch (this) {
      case POSTGRESQL, DUCKDB -> "'" + line.replace("'", "''") + "'";
      case SNOWFLAKE -> "'" + line.replace("\\", "\\\\").replace("'", "''") + "'";
      case BIGQUERY, SPARK -> "'" + line.replace("\\", "\\\\").replace("'", "\\'") + "'";
    };
  }

  /** A text as a comment to the end of the line. */
  static String comment(String text) {
    return "-- " + Words.line(text);
  }

  /** The name of a column: the physical one where the contract gives one. */
  static String column(Property property) {
    String physical = property.physicalName();
    return physical == null || physical.isBlank() ? property.name() : physical;
  }
}
