package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.tree.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Avro schemas, one record for each object, in the namespace of the contract's id. A field that may
 * be null is a union with null, and null by default, so that readers of an older schema keep
 * working when it is added.
 */
final class AvroSchemas implements Exporter {

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    String namespace = namespace(contract.id());
    List<ExportFile> files = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (SchemaObject object : contract.objects()) {
      String name = Words.identifier(object.name(), taken);
      if (!name.equals(object.name())) {
        notes.add(
            object.name(), "is called " + name + ", since Avro takes letters and digits only");
      }
      Map<String, Object> schema =
          struct(namespace, name, object.description(), object.properties(), object.name(), notes);
      files.add(new ExportFile(name + ".avsc", JsonText.pretty(schema)));
    }
    return files;
  }

  static String namespace(String id) {
    return Stream.of(id.split("[/.:]"))
        .filter(part -> !part.isBlank())
        .map(part -> Words.identifier(part.toLowerCase(Locale.ROOT), new HashSet<>()))
        .collect(Collectors.joining("."));
  }

  private static Map<String, Object> struct(
      String namespace,
      String name,
      @Nullable String doc,
      List<Property> parts,
      String element,
      Notes notes) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "record");
    schema.put("name", name);
    schema.put("namespace", namespace);
    if (doc != null) {
      schema.put("doc", doc);
    }
    List<Object> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Property part : parts) {
      fields.add(field(namespace + "." + name, part, taken, element + "." + part.name(), notes));
    }
    schema.put("fields", fields);
    return schema;
  }

  private static Map<String, Object> field(
      String namespace, Property property, Set<String> taken, String element, Notes notes) {
    String name = Words.identifier(property.name(), taken);
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    if (!name.equals(property.name())) {
      notes.add(element, "is called " + name + ", since Avro takes letters and digits only");
      field.put("odcsName", property.name());
    }
    if (property.description() != null) {
      field.put("doc", property.description());
    }
    boolean required = property.required() || property.primaryKey();
    Object type = type(namespace, name, property, element, notes);
    field.put("type", required ? type : optional(type));
    if (!required) {
      field.put("default", null);
    }
    if (property.classification() != null) {
      field.put("classification", property.classification());
    }
    String semanticType = new Facts(property).semanticType();
    if (semanticType != null) {
      field.put("semanticType", semanticType);
    }
    return field;
  }

  private static Object optional(Object type) {
    List<Object> union = new ArrayList<>();
    union.add("null");
    union.add(type);
    return union;
  }

  private static Object type(
      String namespace, String name, Property property, String element, Notes notes) {
    return switch (Types.of(property, element, notes)) {
      case DataType.Text _ -> "string";
      case DataType.Uuid _ -> logical("string", "uuid");
      case DataType.Bytes _ -> "bytes";
      case DataType.Whole whole -> whole(whole);
      case DataType.Decimal decimal -> decimal(decimal.precision(), decimal.scale());
      case DataType.Floating floating -> floating.bits() == 32 ? "float" : "double";
      case DataType.Truth _ -> "boolean";
      case DataType.Day _ -> logical("int", "date");
      case DataType.TimeOfDay _ -> logical("long", "time-micros");
      case DataType.Timestamp timestamp ->
          logical("long", timestamp.zoned() ? "timestamp-micros" : "local-timestamp-micros");
      case DataType.AnyJson _ -> {
        notes.add(element, "is any JSON; Avro holds it as a string");
        yield "string";
      }
      case DataType.Struct struct ->
          struct(namespace, name, property.description(), struct.parts(), element, notes);
      case DataType.ListOf list -> {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        Property items = list.items();
        if (items == null) {
          notes.add(element, "does not say what its items are; they are taken as text");
          array.put("items", "string");
        } else {
          Object item = type(namespace, name + "_item", items, element + "[]", notes);
          array.put("items", items.required() ? item : optional(item));
        }
        yield array;
      }
    };
  }

  private static Object whole(DataType.Whole whole) {
    int bits = whole.unsigned() ? whole.bits() * 2 : whole.bits();
    if (bits <= 32) {
      return "int";
    }
    return bits <= 64 ? "long" : decimal(whole.bits() == 64 ? 20 : 38, 0);
  }

  private static Map<String, Object> decimal(int precision, int scale) {
    Map<String, Object> decimal = logical("bytes", "decimal");
    decimal.put("precision", precision);
    decimal.put("scale", scale);
    return decimal;
  }

  private static Map<String, Object> logical(String type, String logicalType) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put("logicalType", logicalType);
    return schema;
  }
}
