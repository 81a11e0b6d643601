package io.concordat.draft;

import io.concordat.contract.export.PhysicalTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the type of a column in any common dialect, nested ones too. */
final class SqlTypeReader {

  private static final int DEEPEST = 40;

  private static final Set<String> TEXTS =
      Set.of(
          "xml",
          "name",
          "inet",
          "cidr",
          "macaddr",
          "interval",
          "hstore",
          "geography",
          "geometry",
          "enum",
          "set",
          "rowid",
          "sysname",
          "uuid",
          "long",
          "ltree",
          "tsvector",
          "array",
          "object",
          "map",
          "super");

  private static final Set<String> SECOND_WORDS =
      Set.of("varying", "precision", "unsigned", "signed", "zerofill", "large");

  private final TokenReader tokens;
  private final List<String> notes;
  private int depth;

  SqlTypeReader(TokenReader tokens, List<String> notes) {
    this.tokens = tokens;
    this.notes = notes;
  }

  /** A field of the type that comes next. */
  DraftField read(String name) {
    if (++depth > DEEPEST) {
      throw tokens.unexpected("a type that is nested less deeply");
    }
    DraftField field = suffixed(name, base(name));
    depth--;
    return field;
  }

  private DraftField base(String name) {
    Token first = tokens.peek();
    if (first.is("struct", "row", "record", "object") && tokens.peek(1).is("<", "(")) {
      tokens.next();
      return DraftField.of(name, "object").with(parts(), null);
    }
    if (first.is("array", "list") && tokens.peek(1).is("<", "(")) {
      tokens.next();
      String close = tokens.next().is("<") ? ">" : ")";
      DraftField items = read("");
      restOfPart();
      tokens.expect(close);
      return DraftField.of(name, "array").with(List.of(), items);
    }
    if (first.is("map") && tokens.peek(1).is("<", "(")) {
      tokens.next();
      String close = tokens.next().is("<") ? ">" : ")";
      read("");
      tokens.expect(",");
      read("");
      tokens.expect(close);
      notes.add(
          "'%s' is a map, for which ODCS 3.1 has no type; it is taken as JSON in a string."
              .formatted(name));
      return DraftField.of(name, "string").typed("map");
    }
    return single(name);
  }

  private List<DraftField> parts() {
    String close = tokens.next().is("<") ? ">" : ")";
    List<DraftField> parts = new ArrayList<>();
    do {
      String name = tokens.name("the name of a part");
      tokens.take(":");
      DraftField part = read(name);
      parts.add(restOfPart() ? part.promised(true, false, 0) : part);
    } while (tokens.take(","));
    tokens.expect(close);
    return parts;
  }

  /** Passes over what follows the type of a part; whether that says that it is never null. */
  private boolean restOfPart() {
    boolean required = false;
    while (!tokens.atEnd() && !tokens.peek().is(",", ">", ")")) {
      if (tokens.take("not", "null")) {
        required = true;
      } else if (tokens.peek().is("(", "[")) {
        tokens.skipBrackets();
      } else {
        tokens.next();
      }
    }
    return required;
  }

  private DraftField single(String name) {
    Token first = tokens.peek();
    StringBuilder written = new StringBuilder(tokens.qualifiedName("a type").getLast());
    while (tokens.peek().kind() == Token.Kind.WORD
        && SECOND_WORDS.contains(tokens.peek().lower())) {
      written.append(' ').append(tokens.next().text());
    }
    List<String> values = List.of();
    if (tokens.peek().is("(")) {
      values = arguments(written);
    }
    if (tokens.peek().is("with", "without") && tokens.peek(1).is("time", "local")) {
      while (tokens.peek().is("with", "without", "local", "time", "zone")) {
        written.append(' ').append(tokens.next().text());
      }
    }
    while (tokens.peek().is("unsigned", "signed", "zerofill")) {
      written.append(' ').append(tokens.next().text());
    }
    String type = written.toString();
    DraftField field = DraftField.of(name, logical(name, type, first)).typed(type);
    return values.isEmpty() ? field : field.restricted(null, null, values);
  }

  /** Appends what stands in brackets behind a type; texts among it are the values of an enum. */
  private List<String> arguments(StringBuilder written) {
    List<String> values = new ArrayList<>();
    int start = written.length();
    tokens.next();
    written.append('(');
    while (!tokens.peek().is(")")) {
      if (tokens.atEnd()) {
        throw tokens.unexpected("')'");
      }
      Token token = tokens.next();
      if (token.kind() == Token.Kind.TEXT) {
        values.add(token.text());
      } else {
        written.append(token.text()).append(token.is(",") ? " " : "");
      }
    }
    tokens.next();
    written.append(')');
    if (!values.isEmpty()) {
      written.setLength(start);
    }
    return values;
  }

  private String logical(String name, String type, Token at) {
    return PhysicalTypes.logicalType(type)
        .map(logical -> logical.equals("object") ? "string" : logical)
        .or(() -> PhysicalTypes.logicalType(type.replaceFirst("\\(.*\\)", "")))
        .orElseGet(() -> {
          if (!TEXTS.contains(type.toLowerCase(Locale.ROOT).replaceFirst("[ (].*", ""))) {
            notes.add(
                "line %d: the type %s of '%s' is not known; it is taken as a string."
                    .formatted(at.line(), type, name));
          }
          return "string";
        });
  }

  private DraftField suffixed(String name, DraftField field) {
    DraftField result = field;
    while (true) {
      if (tokens.peek().is("[")) {
        tokens.skipBrackets();
      } else if (!tokens.take("array")) {
        return result;
      }
      result = DraftField.of(name, "array").with(List.of(), result.named(""));
    }
  }
}
