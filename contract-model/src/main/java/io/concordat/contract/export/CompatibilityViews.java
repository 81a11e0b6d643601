package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Views with the columns of an earlier version over the tables of a later one. Only what maps one
 * to one is written: fields that are renamed (told by id, name or name in the store, in this order)
 * or whose type holds more than before. Everything else is a reason to refuse.
 */
final class CompatibilityViews {

  private final SqlDialect dialect;
  private final OdcsContract before;
  private final OdcsContract after;
  private final Notes notes = new Notes();
  private final Notes reasons = new Notes();

  CompatibilityViews(SqlDialect dialect, OdcsContract before, OdcsContract after) {
    this.dialect = dialect;
    this.before = before;
    this.after = after;
  }

  ViewResult result() {
    StringBuilder sql = new StringBuilder();
    sql.append(
        SqlDialect.comment(
            "%s %s, served from %s".formatted(before.id(), before.version(), after.version())));
    sql.append('\n');
    for (SchemaObject object : before.objects()) {
      Optional<SchemaObject> successor =
          same(object, after.objects(), SchemaObject::id, SchemaObject::name, SqlTables::tableName);
      if (successor.isEmpty()) {
        reasons.add(object.name(), "is not in version " + after.version());
      } else if (object.properties().isEmpty()) {
        notes.add(object.name(), "names no fields, so there is no view for it");
      } else {
        sql.append('\n').append(view(object, successor.get()));
      }
    }
    if (before.objects().isEmpty()) {
      reasons.add("", "Version " + before.version() + " has no objects.");
    }
    if (!reasons.isEmpty()) {
      return new ViewResult.Refused(reasons.all());
    }
    String name =
        Words.fileName(before.id())
            + ".v"
            + before.version().major()
            + ".view."
            + dialect.id()
            + ".sql";
    return new ViewResult.Written(List.of(new ExportFile(name, sql.toString())), notes.all());
  }

  private String view(SchemaObject old, SchemaObject young) {
    List<String> columns = new ArrayList<>();
    Map<Property, Property> successors = new LinkedHashMap<>();
    for (Property property : old.properties()) {
      String element = old.name() + "." + property.name();
      Optional<Property> successor =
          same(property, young.properties(), Property::id, Property::name, SqlDialect::column);
      if (successor.isEmpty()) {
        reasons.add(element, "is not in version " + after.version());
      } else if (successors.containsValue(successor.get())) {
        reasons.add(element, "and another field are one field in version " + after.version());
      } else {
        successors.put(property, successor.get());
        columns.add("  " + column(element, property, successor.get()));
      }
    }
    key(old, young, successors);
    String oldTable = SqlTables.tableName(old);
    String youngTable = SqlTables.tableName(young);
    String viewName = oldTable;
    if (oldTable.equalsIgnoreCase(youngTable)) {
      viewName = oldTable + "_v" + before.version().major();
      notes.add(
          old.name(),
          "is in a table of the same name in both versions, so the view is called " + viewName);
    }
    return "CREATE VIEW %s AS\nSELECT\n%s\nFROM %s;\n"
        .formatted(dialect.table(viewName), String.join(",\n", columns), dialect.table(youngTable));
  }

  private String column(String element, Property old, Property young) {
    boolean wasThere = old.required() || old.primaryKey();
    if (wasThere && !young.required() && !young.primaryKey()) {
      reasons.add(element, "was always there and may be null in version " + after.version());
    }
    meaning(element, old, young);
    String from = dialect.name(SqlDialect.column(young));
    String to = dialect.name(SqlDialect.column(old));
    DataType oldType = Types.of(old, element, new Notes());
    DataType youngType = Types.of(young, element, new Notes());
    String value =
        switch (Widening.of(oldType, youngType, old, young)) {
          case SAME -> from;
          case WIDER -> {
            String type = new SqlTypes(dialect, new Notes()).name(oldType, element);
            notes.add(
                element,
                "holds more than before; a value that did not fit before makes the query fail");
            yield "CAST(" + from + " AS " + type + ")";
          }
          case NARROWER ->
              "CAST("
                  + from
                  + " AS "
                  + new SqlTypes(dialect, new Notes()).name(oldType, element)
                  + ")";
          case LONGER -> {
            notes.add(element, "may be longer than before; the view does not cut it");
            yield from;
          }
          case OTHER -> {
            reasons.add(element, "has a type whose values do not all map to the type of before");
            yield from;
          }
        };
    return value.equals(to) ? value : value + " AS " + to;
  }

  private void meaning(String element, Property old, Property young) {
    String oldMeaning = new Facts(old).semanticType();
    String youngMeaning = new Facts(young).semanticType();
    if (oldMeaning != null && youngMeaning != null && !oldMeaning.equals(youngMeaning)) {
      reasons.add(element, "means " + youngMeaning + " now, and " + oldMeaning + " before");
    }
    if (!Objects.equals(old.classification(), young.classification())
        && young.classification() != null) {
      notes.add(
          element,
          "is classified as %s now; give the view the same protection"
              .formatted(young.classification()));
    }
  }

  /** Rows are the same ones only where they are told apart by the same fields. */
  private void key(SchemaObject old, SchemaObject young, Map<Property, Property> successors) {
    List<Property> oldKey = old.properties().stream().filter(Property::primaryKey).toList();
    List<Property> youngKey = young.properties().stream().filter(Property::primaryKey).toList();
    boolean same =
        oldKey.size() == youngKey.size()
            && oldKey.stream().map(successors::get).allMatch(youngKey::contains);
    if (!oldKey.isEmpty() && !same) {
      reasons.add(old.name(), "has another primary key in version " + after.version());
    }
  }

  private static <T> Optional<T> same(
      T wanted,
      List<T> among,
      Function<T, @Nullable String> id,
      Function<T, String> name,
      Function<T, String> inStore) {
    return first(id.apply(wanted), among, id)
        .or(() ->
            first(
                name.apply(wanted),
                among.stream().filter(t -> compatible(id.apply(wanted), id.apply(t))).toList(),
                name::apply))
        .or(() -> first(inStore.apply(wanted), among, inStore::apply));
  }

  /** Two elements of which both have an id are the same only by it. */
  private static boolean compatible(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  private static <T> Optional<T> first(
      @Nullable String key, List<T> among, Function<T, @Nullable String> by) {
    return key == null
        ? Optional.empty()
        : among.stream().filter(t -> key.equals(by.apply(t))).findFirst();
  }
}
