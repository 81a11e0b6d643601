package io.concordat.contract.export;

import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.Relationship;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.Server;
import io.concordat.contract.odcs.SlaProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Properties of dbt models or sources in YAML, for dbt 1.10.5 and later. No text of a contract can
 * become Jinja.
 */
final class DbtFiles implements Exporter {

  private final boolean sources;

  private DbtFiles(boolean sources) {
    this.sources = sources;
  }

  /** Models whose contract dbt enforces. */
  static DbtFiles models() {
    return new DbtFiles(false);
  }

  /** A source whose freshness dbt watches. */
  static DbtFiles sources() {
    return new DbtFiles(true);
  }

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", 2);
    if (sources) {
      document.put("sources", List.of(source(contract, notes)));
    } else {
      List<Object> models = new ArrayList<>();
      for (SchemaObject object : contract.objects()) {
        models.add(model(contract, object, notes));
      }
      document.put("models", models);
    }
    String kind = sources ? "source" : "models";
    return List.of(
        new ExportFile(Words.fileName(contract.id()) + "." + kind + ".yml", Yaml.pretty(document)));
  }

  private static Map<String, Object> model(
      OdcsContract contract, SchemaObject object, Notes notes) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", Templates.inert(object.name()));
    String table = lastPart(SqlTables.tableName(object));
    describe(model, object.description());
    Map<String, Object> config = new LinkedHashMap<>();
    if (!table.equals(object.name())) {
      config.put("alias", Templates.inert(table));
    }
    config.put("contract", Map.of("enforced", true));
    model.put("config", config);
    List<Property> key =
        SqlTables.sorted(
            object.properties().stream().filter(Property::primaryKey).toList(),
            Property::primaryKeyPosition);
    if (key.size() > 1) {
      Map<String, Object> constraint = new LinkedHashMap<>();
      constraint.put("type", "primary_key");
      constraint.put(
          "columns",
          key.stream()
              .map(SqlDialect::column)
              .map(name -> (Object) Templates.inert(name))
              .toList());
      model.put("constraints", List.of(constraint));
    }
    SqlTypes types = new SqlTypes(dialect(contract, notes), notes);
    List<Object> columns = new ArrayList<>();
    for (Property property : object.properties()) {
      String element = object.name() + "." + property.name();
      Map<String, Object> column = column(property);
      column.put("data_type", types.of(property, element));
      List<Object> constraints = new ArrayList<>();
      if (property.required() || property.primaryKey()) {
        constraints.add(Map.of("type", "not_null"));
      }
      if (property.primaryKey() && key.size() == 1) {
        constraints.add(Map.of("type", "primary_key"));
      }
      if (property.unique()) {
        constraints.add(Map.of("type", "unique"));
      }
      if (!constraints.isEmpty()) {
        column.put("constraints", constraints);
      }
      tests(column, contract, property, key.size() == 1, element, notes);
      columns.add(column);
    }
    model.put("columns", columns);
    rest(object, notes);
    return model;
  }

  private static Map<String, Object> source(OdcsContract contract, Notes notes) {
    Map<String, Object> source = new LinkedHashMap<>();
    String[] id = contract.id().split("/");
    String product =
        contract.dataProduct() == null ? id[Math.max(0, id.length - 2)] : contract.dataProduct();
    source.put("name", Templates.inert(product.replace('-', '_')));
    describe(source, contract.description().purpose());
    for (Server server : contract.servers().stream().limit(1).toList()) {
      first(server, "database", "catalog", "project")
          .ifPresent(database -> source.put("database", Templates.inert(database)));
      first(server, "schema", "dataset")
          .ifPresent(schema -> source.put("schema", Templates.inert(schema)));
    }
    if (contract.servers().size() > 1) {
      notes.add("", "Of several servers, the source names the first.");
    }
    List<Object> tables = new ArrayList<>();
    for (SchemaObject object : contract.objects()) {
      tables.add(table(contract, object, notes));
    }
    source.put("tables", tables);
    return source;
  }

  private static Map<String, Object> table(
      OdcsContract contract, SchemaObject object, Notes notes) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("name", Templates.inert(object.name()));
    String identifier = lastPart(SqlTables.tableName(object));
    if (!identifier.equals(object.name())) {
      table.put("identifier", Templates.inert(identifier));
    }
    describe(table, object.description());
    freshness(contract, object, notes).ifPresent(config -> table.put("config", config));
    boolean keyAlone = object.properties().stream().filter(Property::primaryKey).count() == 1;
    List<Object> columns = new ArrayList<>();
    for (Property property : object.properties()) {
      Map<String, Object> column = column(property);
      tests(column, contract, property, keyAlone, object.name() + "." + property.name(), notes);
      columns.add(column);
    }
    table.put("columns", columns);
    rest(object, notes);
    return table;
  }

  private static Optional<Map<String, Object>> freshness(
      OdcsContract contract, SchemaObject object, Notes notes) {
    Optional<SlaProperty> latency = Freshness.latency(contract, object);
    if (latency.isEmpty()) {
      return Optional.empty();
    }
    Double seconds = ServiceLevels.seconds(latency.get());
    Optional<Property> loadedAt = Freshness.column(contract, object);
    if (seconds == null || seconds < 60 || loadedAt.isEmpty()) {
      notes.add(
          object.name(),
          "promises a latency that dbt cannot watch: it needs at least a minute and a field with a"
              + " point in time");
      return Optional.empty();
    }
    Map<String, Object> after = new LinkedHashMap<>();
    long minutes = (long) (seconds / 60);
    boolean days = minutes % 1_440 == 0;
    boolean hours = minutes % 60 == 0;
    after.put("count", days ? minutes / 1_440 : hours ? minutes / 60 : minutes);
    after.put("period", days ? "day" : hours ? "hour" : "minute");
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("loaded_at_field", Templates.inert(SqlDialect.column(loadedAt.get())));
    config.put("freshness", Map.of("error_after", after));
    return Optional.of(config);
  }

  private static Map<String, Object> column(Property property) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", Templates.inert(SqlDialect.column(property)));
    describe(column, property.description());
    Map<String, Object> meta = new LinkedHashMap<>();
    if (property.classification() != null) {
      meta.put("classification", Templates.inert(property.classification()));
    }
    String semanticType = new Facts(property).semanticType();
    if (semanticType != null) {
      meta.put("semantic_type", Templates.inert(semanticType));
    }
    if (!meta.isEmpty()) {
      column.put("config", Map.of("meta", meta));
    }
    return column;
  }

  private static void tests(
      Map<String, Object> column,
      OdcsContract contract,
      Property property,
      boolean keyAlone,
      String element,
      Notes notes) {
    List<Object> tests = new ArrayList<>();
    if (property.required() || property.primaryKey()) {
      tests.add("not_null");
    }
    if (property.unique() || (property.primaryKey() && keyAlone)) {
      tests.add("unique");
    }
    List<String> allowed = new Facts(property).allowedValues();
    if (!allowed.isEmpty()) {
      List<Object> values = new ArrayList<>();
      allowed.forEach(value -> values.add(Templates.inert(value)));
      tests.add(Map.of("accepted_values", Map.of("arguments", Map.of("values", values))));
    }
    for (Relationship relationship : property.relationships()) {
      target(contract, relationship)
          .ifPresentOrElse(
              arguments -> tests.add(Map.of("relationships", Map.of("arguments", arguments))),
              () -> notes.add(element, "has a relationship that leads out of the contract"));
    }
    if (!tests.isEmpty()) {
      column.put("data_tests", tests);
    }
    for (QualityRule rule : property.quality()) {
      boolean held = !allowed.isEmpty() && Facts.validValues(rule).equals(allowed);
      if (!held) {
        notes.add(
            element, "has a rule that dbt has no test for: " + Words.line(Rules.spoken(rule)));
      }
    }
  }

  private static Optional<Map<String, Object>> target(
      OdcsContract contract, Relationship relationship) {
    if (relationship.to().size() != 1) {
      return Optional.empty();
    }
    String[] to = relationship.to().getFirst().split("\\.");
    return contract.objects().stream()
        .filter(object -> to.length == 2 && object.name().equals(to[0]))
        .filter(object -> to[0].matches("[A-Za-z0-9_]+"))
        .flatMap(object -> object.properties().stream())
        .filter(property -> property.name().equals(to[1]))
        .findFirst()
        .map(property -> {
          Map<String, Object> arguments = new LinkedHashMap<>();
          arguments.put("to", "ref('" + to[0] + "')");
          arguments.put("field", Templates.inert(SqlDialect.column(property)));
          return arguments;
        });
  }

  private static void rest(SchemaObject object, Notes notes) {
    for (QualityRule rule : object.quality()) {
      notes.add(
          object.name(), "has a rule that dbt has no test for: " + Words.line(Rules.spoken(rule)));
    }
  }

  private static SqlDialect dialect(OdcsContract contract, Notes notes) {
    return SqlDialect.of(contract)
        .orElseGet(() -> {
          notes.add("", "No server tells the dialect; the types are those of PostgreSQL.");
          return SqlDialect.POSTGRESQL;
        });
  }

  private static void describe(Map<String, Object> map, @Nullable String description) {
    if (description != null && !description.isBlank()) {
      map.put("description", Templates.inert(description.strip()));
    }
  }

  private static Optional<String> first(Server server, String... names) {
    return Stream.of(names)
        .map(name -> Optional.ofNullable(server.fields().get(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String lastPart(String name) {
    return name.matches("[A-Za-z0-9_$.-]+") ? name.substring(name.lastIndexOf('.') + 1) : name;
  }
}
