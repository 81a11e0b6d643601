package io.concordat.contract.export;

import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.SlaProperty;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Checks in SodaCL (Soda Core 3), from fields, quality rules and the latency. */
final class SodaChecks implements Exporter {

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    Map<String, Object> document = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (SchemaObject object : contract.objects()) {
      String table = Templates.inert(SqlTables.tableName(object));
      document.putIfAbsent("checks for " + table, checks(contract, object, names, notes));
    }
    return List.of(
        new ExportFile(Words.fileName(contract.id()) + ".soda.yml", Yaml.pretty(document)));
  }

  private static List<Object> checks(
      OdcsContract contract, SchemaObject object, Set<String> names, Notes notes) {
    SqlDialect dialect = SqlDialect.of(contract).orElse(SqlDialect.POSTGRESQL);
    List<Object> checks = new ArrayList<>();
    List<Object> columns = new ArrayList<>();
    object.properties().forEach(property -> columns.add(name(property)));
    if (!columns.isEmpty()) {
      checks.add(
          Map.of(
              "schema",
              named(
                  "Fields of the contract are there",
                  "fail",
                  Map.of("when required column missing", columns))));
    }
    freshness(contract, object, notes).ifPresent(checks::add);
    object.quality().forEach(rule -> rule(checks, dialect, object, null, rule, names, notes));
    List<Property> key = object.properties().stream().filter(Property::primaryKey).toList();
    if (key.size() > 1) {
      checks.add(
          "duplicate_count("
              + String.join(", ", key.stream().map(SodaChecks::name).toList())
              + ") = 0");
    }
    for (Property property : object.properties()) {
      String name = name(property);
      if (property.required() || property.primaryKey()) {
        checks.add("missing_count(" + name + ") = 0");
      }
      if (property.unique() || (property.primaryKey() && key.size() == 1)) {
        checks.add("duplicate_count(" + name + ") = 0");
      }
      property
          .quality()
          .forEach(rule -> rule(checks, dialect, object, property, rule, names, notes));
    }
    return checks;
  }

  private static Optional<Object> freshness(
      OdcsContract contract, SchemaObject object, Notes notes) {
    Optional<SlaProperty> latency = Freshness.latency(contract, object);
    if (latency.isEmpty()) {
      return Optional.empty();
    }
    Double seconds = ServiceLevels.seconds(latency.get());
    Optional<Property> column = Freshness.column(contract, object);
    if (seconds == null || seconds < 60 || column.isEmpty()) {
      notes.add(
          object.name(),
          "promises a latency that Soda cannot watch: it needs at least a minute and a field with a"
              + " point in time");
      return Optional.empty();
    }
    long minutes = (long) (seconds / 60);
    String span =
        minutes % 1_440 == 0
            ? minutes / 1_440 + "d"
            : minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    return Optional.of("freshness(" + name(column.get()) + ") < " + span);
  }

  private static void rule(
      List<Object> checks,
      SqlDialect dialect,
      SchemaObject object,
      @Nullable Property property,
      QualityRule rule,
      Set<String> names,
      Notes notes) {
    String element = property == null ? object.name() : object.name() + "." + property.name();
    Optional<String> bound = bound(rule);
    Optional<Object> check =
        bound.flatMap(b ->
            rule.type().equals("sql")
                ? Optional.of(query(dialect, object, property, rule, b, names))
                : library(property, rule, b));
    if (check.isPresent()) {
      checks.add(check.get());
    } else {
      notes.add(
          element, "has a rule that Soda has no check for: " + Words.line(Rules.spoken(rule)));
    }
  }

  private static Optional<Object> library(
      @Nullable Property property, QualityRule rule, String bound) {
    boolean percent = ServiceLevels.isPercent(rule.unit());
    String kind = percent ? "_percent" : "_count";
    String metric = rule.metric();
    if ("rowCount".equals(metric)) {
      return percent ? Optional.empty() : Optional.of(named(rule, "row_count" + bound));
    }
    if (metric == null) {
      return Optional.empty();
    }
    String column = property == null ? "" : name(property);
    return switch (metric) {
      case "nullValues" ->
          property == null
              ? Optional.empty()
              : Optional.of(named(rule, "missing" + kind + "(" + column + ")" + bound));
      case "missingValues" -> {
        List<Object> missing = new ArrayList<>();
        if (rule.arguments() != null
            && rule.arguments().get("missingValues") instanceof Sequence values) {
          missing.addAll(Facts.texts(values.items()).stream().map(Templates::inert).toList());
        }
        yield property == null
            ? Optional.empty()
            : Optional.of(
                named(
                    rule,
                    "missing" + kind + "(" + column + ")" + bound,
                    "missing values",
                    missing));
      }
      case "invalidValues" ->
          invalid(property, rule, "invalid" + kind + "(" + column + ")" + bound);
      case "duplicateValues" -> duplicates(property, rule, kind, column, bound);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> invalid(
      @Nullable Property property, QualityRule rule, String check) {
    if (property == null) {
      return Optional.empty();
    }
    List<Object> values =
        new ArrayList<>(Facts.validValues(rule).stream().map(Templates::inert).toList());
    if (!values.isEmpty()) {
      return Optional.of(named(rule, check, "valid values", values));
    }
    return Facts.pattern(rule)
        .map(pattern -> named(rule, check, "valid regex", Templates.inert(pattern)));
  }

  private static Optional<Object> duplicates(
      @Nullable Property property, QualityRule rule, String kind, String column, String bound) {
    String columns = column;
    if (property == null
        && rule.arguments() != null
        && rule.arguments().get("properties") instanceof Sequence properties) {
      columns =
          String.join(
              ", ", Facts.texts(properties.items()).stream().map(Templates::inert).toList());
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(named(rule, "duplicate" + kind + "(" + columns + ")" + bound));
  }

  private static Object query(
      SqlDialect dialect,
      SchemaObject object,
      @Nullable Property property,
      QualityRule rule,
      String bound,
      Set<String> names) {
    String metric =
        Words.identifier(
            (rule.name() == null ? object.name() + "_rule" : rule.name()).toLowerCase(Locale.ROOT),
            names);
    String query =
        String.valueOf(rule.query())
            .replaceAll(
                "\\$?\\{(object|table)}",
                Matcher.quoteReplacement(dialect.table(SqlTables.tableName(object))));
    if (property != null) {
      query =
          query.replaceAll(
              "\\$?\\{(property|column)}",
              Matcher.quoteReplacement(dialect.name(SqlDialect.column(property))));
    }
    return named(rule, metric + bound, metric + " query", Templates.inert(query));
  }

  /** The operator in SodaCL; empty where the rule has none that numbers answer. */
  private static Optional<String> bound(QualityRule rule) {
    String operator = rule.operator();
    List<BigDecimal> operands = rule.operands();
    if (operator == null || operands.isEmpty()) {
      return Optional.empty();
    }
    String first = operands.getFirst().toPlainString();
    String last = operands.getLast().toPlainString();
    return switch (operator) {
      case "mustBe" -> Optional.of(" = " + first);
      case "mustNotBe" -> Optional.of(" != " + first);
      case "mustBeGreaterThan" -> Optional.of(" > " + first);
      case "mustBeGreaterOrEqualTo" -> Optional.of(" >= " + first);
      case "mustBeLessThan" -> Optional.of(" < " + first);
      case "mustBeLessOrEqualTo" -> Optional.of(" <= " + first);
      case "mustBeBetween" -> Optional.of(" between (" + first + " and " + last + ")");
      case "mustNotBeBetween" -> Optional.of(" not between (" + first + " and " + last + ")");
      default -> Optional.empty();
    };
  }

  private static Object named(QualityRule rule, String check) {
    return rule.name() == null
        ? check
        : Map.of(check, Map.of("name", Templates.inert(rule.name())));
  }

  private static Object named(QualityRule rule, String check, String name, Object value) {
    Map<String, Object> options = new LinkedHashMap<>();
    if (rule.name() != null) {
      options.put("name", Templates.inert(rule.name()));
    }
    options.put(name, value);
    return Map.of(check, options);
  }

  private static Map<String, Object> named(String title, String name, Object value) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("name", title);
    options.put(name, value);
    return options;
  }

  private static String name(Property property) {
    return Templates.inert(SqlDialect.column(property));
  }
}
