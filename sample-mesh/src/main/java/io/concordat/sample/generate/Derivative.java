package io.concordat.sample.generate;

import io.concordat.sample.mesh.ContractDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products that teams build on top of another one. */
enum Derivative {
  /** Totals and means per week. */
  WEEKLY("weekly", "weekly figures", "Added up per calendar week.", 7) {
    @Override
    List<Map<String, Object>> fields(List<Leaf> leaves, String source) {
      List<Map<String, Object>> fields = new ArrayList<>();
      fields.add(key("week_start", "date", "DATE", "business-date", "Monday of the week."));
      leaves.stream()
          .filter(leaf -> DIMENSIONS.contains(leaf.semanticType()))
          .limit(MOST_DIMENSIONS)
          .forEach(leaf -> fields.add(copied(leaf, source)));
      fields.add(
          field(
              "row_count",
              "integer",
              "count",
              "internal",
              "Rows of the source in the week.",
              null));
      measures(leaves, source, "of the week").limit(MOST_MEASURES).forEach(fields::add);
      return fields;
    }
  },

  /** Every state that a row ever had. */
  HISTORY("history", "history", "Every state that a row ever had, with the time it held.", 24) {
    @Override
    List<Map<String, Object>> fields(List<Leaf> leaves, String source) {
      List<Map<String, Object>> fields = new ArrayList<>();
      fields.add(
          key("version_id", "string", "VARCHAR(36)", "uuid", "Identifies one state of one row."));
      leaves.forEach(leaf -> fields.add(copied(leaf, source)));
      fields.add(
          field(
              "held_from",
              "timestamp",
              "event-timestamp",
              "internal",
              "From when the state held.",
              null));
      fields.add(
          field(
              "held_to",
              "timestamp",
              "event-timestamp",
              "internal",
              "Until when it held; empty while it does.",
              null));
      return fields;
    }
  },

  /** What models learn from. */
  FEATURES("features", "model features", "Features for models, computed each night.", 12) {
    @Override
    List<Map<String, Object>> fields(List<Leaf> leaves, String source) {
      List<Map<String, Object>> fields = new ArrayList<>();
      fields.add(
          key(
              "feature_date",
              "date",
              "DATE",
              "business-date",
              "Night in which the features were computed."));
      leaves.stream().filter(Leaf::key).forEach(leaf -> fields.add(copied(leaf, source)));
      fields.add(
          field(
              "rows_30d",
              "integer",
              "count",
              "internal",
              "Rows of the source in the last 30 days.",
              null));
      measures(leaves, source, "over the last 30 days").limit(MOST_MEASURES).forEach(fields::add);
      return fields;
    }
  };

  private static final Set<String> DIMENSIONS =
      Set.of(
          "status-code", "category-code", "channel-code", "iso-country", "iso-currency", "label");
  private static final Set<String> ADDED_UP =
      Set.of(
          "monetary-amount",
          "monetary-minor-units",
          "quantity",
          "count",
          "bytes-count",
          "weight-kilograms");
  private static final Set<String> AVERAGED =
      Set.of(
          "percentage",
          "ratio",
          "score",
          "risk-score",
          "rating",
          "latency-milliseconds",
          "duration-seconds",
          "duration-milliseconds",
          "metric-value",
          "temperature-celsius");
  private static final int MOST_DIMENSIONS = 3;
  private static final int MOST_MEASURES = 8;

  private final String suffix;
  private final String title;
  private final String about;
  private final int latencyHours;

  Derivative(String suffix, String title, String about, int latencyHours) {
    this.suffix = suffix;
    this.title = title;
    this.about = about;
    this.latencyHours = latencyHours;
  }

  /** How it ends a product's id. */
  String suffix() {
    return suffix;
  }

  /** How it ends a product's name. */
  String title() {
    return title;
  }

  /** A sentence on what it is. */
  String about() {
    return about;
  }

  abstract List<Map<String, Object>> fields(List<Leaf> leaves, String source);

  /**
   * The contract of a product of this kind.
   *
   * @param base whose fields it is made of
   * @param source id of the contract that it derives from: the base, or its edition for a market
   */
  ContractDocument of(Edition edition, ContractDocument base, String source) {
    Map<String, Object> given = Tree.read(base.text());
    String table = edition.contract().replaceAll("[^a-z0-9]+", "_");
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "v3.1.0");
    document.put("kind", "DataContract");
    document.put("id", edition.contract());
    document.put("name", edition.product().name());
    document.put("version", "1.0.0");
    document.put("status", "active");
    document.put("domain", Tree.text(given.get("domain")));
    document.put("dataProduct", "");
    document.put("description", Map.of("purpose", edition.product().description()));
    document.put("tags", List.of(suffix, "derived"));
    document.put("schema", List.of(object(table, Leaf.of(given), source)));
    document.put("slaProperties", promises());
    document.put("team", Tree.mapping(given.get("team")));
    document.put(
        "servers",
        List.of(
            ordered(
                "server",
                "lakehouse",
                "type",
                "databricks",
                "environment",
                "prod",
                "catalog",
                Tree.text(given.get("domain")).replace('-', '_'),
                "schema",
                suffix)));
    if (given.get("support") instanceof List<?> support) {
      document.put("support", support);
    }
    document.put(
        "customProperties",
        List.of(
            ordered("property", "upstreamContracts", "value", List.of(source)),
            ordered(
                "property",
                "exampleQueries",
                "value",
                List.of(
                    ordered(
                        "title",
                        "How many rows there are",
                        "sql",
                        "SELECT count(*) FROM " + table)))));
    return edition.finished(document, base, List.of(source));
  }

  private Map<String, Object> object(String table, List<Leaf> leaves, String source) {
    Map<String, Object> object =
        ordered(
            "name", suffix, "physicalName", table, "physicalType", "table", "description", about);
    Set<String> names = new HashSet<>();
    object.put(
        "properties",
        fields(leaves, source).stream()
            .filter(field -> names.add(Tree.text(field.get("name"))))
            .toList());
    return object;
  }

  private List<Map<String, Object>> promises() {
    return List.of(
        ordered("property", "latency", "value", latencyHours, "unit", "h"),
        ordered("property", "availability", "value", 99, "unit", "percent"),
        ordered("property", "retention", "value", 2, "unit", "y"));
  }

  /** The field that finds a row, with the rules that every contract promises. */
  private static Map<String, Object> key(
      String name, String logicalType, String physicalType, String semanticType, String text) {
    Map<String, Object> field = field(name, logicalType, semanticType, "internal", text, null);
    field.put("physicalType", physicalType);
    field.put("primaryKey", true);
    field.put("primaryKeyPosition", 1);
    field.put("required", true);
    field.put(
        "quality",
        List.of(
            ordered(
                "metric",
                "nullValues",
                "dimension",
                "completeness",
                "unit",
                "percent",
                "mustBeLessThan",
                0.5),
            ordered(
                "name",
                "one_row_per_key",
                "type",
                "sql",
                "dimension",
                "accuracy",
                "description",
                "Computing again gives the same number of rows",
                "query",
                "SELECT count(*) - count(DISTINCT *) FROM {object}",
                "mustBe",
                0)));
    return field;
  }

  private static Map<String, Object> copied(Leaf leaf, String source) {
    return field(
        leaf.name(),
        leaf.logicalType(),
        leaf.semanticType(),
        leaf.classification(),
        leaf.description(),
        source + "#" + leaf.reference());
  }

  private static Stream<Map<String, Object>> measures(
      List<Leaf> leaves, String source, String span) {
    return leaves.stream().flatMap(leaf -> measure(leaf, source, span).stream());
  }

  private static List<Map<String, Object>> measure(Leaf leaf, String source, String span) {
    String from = source + "#" + leaf.reference();
    String what = leaf.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    if (ADDED_UP.contains(leaf.semanticType())) {
      return List.of(
          field(
              "total_" + leaf.name(),
              leaf.logicalType(),
              leaf.semanticType(),
              leaf.classification(),
              "Sum of " + what + " " + span + ".",
              from));
    }
    if (AVERAGED.contains(leaf.semanticType())) {
      return List.of(
          field(
              "mean_" + leaf.name(),
              "number",
              leaf.semanticType(),
              leaf.classification(),
              "Mean of " + what + " " + span + ".",
              from));
    }
    return List.of();
  }

  private static Map<String, Object> field(
      String name,
      String logicalType,
      String semanticType,
      String classification,
      String description,
      @Nullable String from) {
    Map<String, Object> field =
        ordered(
            "name",
            name,
            "logicalType",
            logicalType,
            "description",
            description,
            "classification",
            classification);
    if (from != null) {
      field.put("transformSourceObjects", List.of(from));
    }
    field.put(
        "customProperties", List.of(ordered("property", "semanticType", "value", semanticType)));
    return field;
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
