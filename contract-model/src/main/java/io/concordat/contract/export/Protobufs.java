package io.concordat.contract.export;

import io.concordat.contract.Digest;
import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.tree.YamlText;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proto3 file with a message for each object.
 *
 * <p>The numbers of fields must never change, so they do not follow the order of the document. A
 * field has the number that its custom property {@code protobufFieldNumber} gives. Otherwise the
 * number is made of the SHA-256 of the field's {@code id}, or of its name where it has none:
 * adding, removing and moving fields changes no other number, and a field with an {@code id} keeps
 * its number when it is renamed. Such numbers take five bytes in each message; pin smaller ones
 * where that counts.
 */
final class Protobufs implements Exporter {

  static final String NUMBER = "protobufFieldNumber";

  private static final int GREATEST = 536_870_911;
  private static final int RESERVED_FROM = 19_000;
  private static final int RESERVED_TO = 19_999;

  private final Notes noNotes = new Notes();

  /** A file while it is written. */
  private static final class Output {
    private final StringBuilder messages = new StringBuilder();
    private final Notes notes;
    private boolean timestamps;

    private Output(Notes notes) {
      this.notes = notes;
    }

    private void line(int level, String text) {
      messages.append("  ".repeat(level)).append(text).append('\n');
    }

    private void comment(int level, @Nullable String text) {
      if (text != null && !text.isBlank()) {
        line(level, "// " + Words.line(text));
      }
    }
  }

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    Output output = new Output(notes);
    Set<String> taken = new HashSet<>();
    for (SchemaObject object : contract.objects()) {
      String name = messageName(object.name(), taken);
      output.messages.append('\n');
      output.comment(0, object.description());
      message(output, 0, name, object.properties(), object.name());
    }
    String text =
        "// "
            + Words.line(contract.id() + " " + contract.version())
            + "\nsyntax = \"proto3\";\n\npackage "
            + AvroSchemas.namespace(contract.id())
            + ".v"
            + contract.version().major()
            + ";\n"
            + (output.timestamps ? "\nimport \"google/protobuf/timestamp.proto\";\n" : "")
            + output.messages;
    return List.of(new ExportFile(Words.fileName(contract.id()) + ".proto", text));
  }

  private void message(
      Output output, int level, String name, List<Property> parts, String element) {
    output.line(level, "message " + name + " {");
    Map<Property, Integer> numbers = numbers(parts, element, output.notes);
    Set<String> fields = new HashSet<>();
    Set<String> messages = new HashSet<>();
    for (Property part : parts) {
      String field = Words.identifier(part.name().toLowerCase(Locale.ROOT), fields);
      String place = element + "." + part.name();
      String type = type(output, level + 1, part, messages, place);
      boolean plain = !type.startsWith("repeated ") && !part.required() && !part.primaryKey();
      output.comment(level + 1, part.description());
      output.line(
          level + 1,
          (plain && isScalar(type) ? "optional " : "")
              + type
              + " "
              + field
              + " = "
              + numbers.get(part)
              + (field.equals(part.name()) ? "" : " [json_name = " + literal(part.name()) + "]")
              + ";");
    }
    output.line(level, "}");
  }

  /** The type of a field; messages that it needs are written before it. */
  private String type(
      Output output, int level, Property property, Set<String> messages, String element) {
    return switch (Types.of(property, element, output.notes)) {
      case DataType.Struct struct -> {
        String name = messageName(property.name(), messages);
        message(output, level, name, struct.parts(), element);
        yield name;
      }
      case DataType.ListOf list -> {
        Property items = list.items();
        if (items == null) {
          output.notes.add(element, "does not say what its items are; they are taken as text");
          yield "repeated string";
        }
        if (Types.of(items, element, noNotes) instanceof DataType.ListOf) {
          String name = messageName(property.name() + "_list", messages);
          output.line(level, "message " + name + " {");
          String inner = type(output, level + 1, items, new HashSet<>(), element + "[]");
          output.line(level + 1, inner + " items = 1;");
          output.line(level, "}");
          output.notes.add(element, "is a list of lists; each inner one is a message");
          yield "repeated " + name;
        }
        if (items.logicalType() != null && !items.required()) {
          output.notes.add(element, "may hold null, which lists in Protobuf cannot");
        }
        if (items.properties().isEmpty()) {
          yield "repeated " + type(output, level, items, messages, element + "[]");
        }
        String name = messageName(property.name() + "_item", messages);
        message(output, level, name, items.properties(), element + "[]");
        yield "repeated " + name;
      }
      case DataType type -> single(output, type, element);
    };
  }

  private static String single(Output output, DataType type, String element) {
    return switch (type) {
      case DataType.Text _, DataType.Uuid _, DataType.Struct _, DataType.ListOf _ -> "string";
      case DataType.Bytes _ -> "bytes";
      case DataType.Whole whole -> {
        if (whole.bits() > 64) {
          output.notes.add(element, "has more than 64 bits; Protobuf holds it as text");
          yield "string";
        }
        yield (whole.unsigned() ? "u" : "") + (whole.bits() <= 32 ? "int32" : "int64");
      }
      case DataType.Decimal _ -> {
        output.notes.add(
            element, "is an exact number; Protobuf holds it as text, such as \"12.50\"");
        yield "string";
      }
      case DataType.Floating floating -> floating.bits() == 32 ? "float" : "double";
      case DataType.Truth _ -> "bool";
      case DataType.Day _ -> text(output, element, "a date", "2026-11-22");
      case DataType.TimeOfDay _ -> text(output, element, "a time of day", "10:30:00");
      case DataType.Timestamp timestamp -> {
        if (!timestamp.zoned()) {
          yield text(output, element, "a local date and time", "2026-11-22T10:30:00");
        }
        output.timestamps = true;
        yield "google.protobuf.Timestamp";
      }
      case DataType.AnyJson _ -> text(output, element, "any JSON", "{}");
    };
  }

  private static String text(Output output, String element, String what, String example) {
    output.notes.add(element, "is " + what + "; Protobuf holds it as text, such as " + example);
    return "string";
  }

  private static boolean isScalar(String type) {
    return switch (type) {
      case "string", "bytes", "int32", "int64", "uint32", "uint64", "float", "double", "bool" ->
          true;
      default -> false;
    };
  }

  private static Map<Property, Integer> numbers(List<Property> parts, String element, Notes notes) {
    Map<Property, Integer> numbers = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Property part : parts) {
      Integer pinned = pinned(part, element, notes);
      if (pinned != null && !taken.add(pinned)) {
        notes.add(element + "." + part.name(), NUMBER + " " + pinned + " is another field's too");
      } else if (pinned != null) {
        numbers.put(part, pinned);
      }
    }
    for (Property part : parts) {
      if (!numbers.containsKey(part)) {
        numbers.put(part, derived(part, taken));
      }
    }
    return numbers;
  }

  private static @Nullable Integer pinned(Property part, String element, Notes notes) {
    String text = CustomProperties.text(part.customProperties(), NUMBER);
    if (text == null) {
      return null;
    }
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (!isAllowed(number)) {
      notes.add(
          element + "." + part.name(), NUMBER + " must be from 1 to 536870911, not 19000 to 19999");
      return null;
    }
    return number;
  }

  private static int derived(Property part, Set<Integer> taken) {
    String key = part.id() == null ? "name:" + part.name() : "id:" + part.id();
    for (int attempt = 0; ; attempt++) {
      String digest = Digest.sha256(attempt == 0 ? key : key + "#" + attempt);
      int number =
          new BigInteger(digest.substring(0, 15), 16).mod(BigInteger.valueOf(GREATEST)).intValue()
              + 1;
      if (isAllowed(number) && taken.add(number)) {
        return number;
      }
    }
  }

  private static boolean isAllowed(int number) {
    return number >= 1 && number <= GREATEST && (number < RESERVED_FROM || number > RESERVED_TO);
  }

  private static String messageName(String name, Set<String> taken) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return Words.identifier(camel.isEmpty() ? "Message" : camel.toString(), taken);
  }

  private static String literal(String text) {
    return YamlText.quoted(Words.line(text));
  }
}
