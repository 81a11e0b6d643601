package io.concordat.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Drafts from SQL table definitions. It reads {@code CREATE TABLE}, comments and keys that are
 * added later, in the dialects of the common stores, and passes over every other statement.
 */
final class SqlDrafts {

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int passedOver;

  /** A table while it is read. */
  private static final class Table {
    private final String name;
    private final String physicalName;
    private @Nullable String description;
    private final Map<String, DraftField> columns = new LinkedHashMap<>();

    private Table(String name, String physicalName) {
      this.name = name;
      this.physicalName = physicalName;
    }
  }

  private SqlDrafts() {}

  static Draft read(String ddl) {
    SqlDrafts drafts = new SqlDrafts();
    List<Token> statement = new ArrayList<>();
    for (Token token : SqlTokens.of(ddl)) {
      if (token.is(";")) {
        drafts.statement(statement);
        statement = new ArrayList<>();
      } else {
        statement.add(token);
      }
    }
    drafts.statement(statement);
    return drafts.draft();
  }

  private Draft draft() {
    if (tables.isEmpty()) {
      throw new DraftException("there is no CREATE TABLE with columns here", 1, 0);
    }
    if (passedOver > 0) {
      notes.add(passedOver + " other statements say nothing about tables and are passed over.");
    }
    List<DraftObject> objects = new ArrayList<>();
    for (Table table : tables.values()) {
      objects.add(
          new DraftObject(
              table.name,
              table.physicalName.equals(table.name) ? null : table.physicalName,
              "table",
              table.description,
              List.copyOf(table.columns.values())));
    }
    return new Draft(objects, notes);
  }

  private void statement(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    TokenReader reader = new TokenReader(tokens);
    if (isCreateTable(reader)) {
      createTable(reader);
    } else if (reader.take("comment", "on")) {
      comment(reader);
    } else if (reader.take("alter", "table")) {
      alterTable(reader);
    } else {
      passedOver++;
    }
  }

  private static boolean isCreateTable(TokenReader reader) {
    if (!reader.take("create")) {
      return false;
    }
    reader.take("or", "replace");
    while (reader
        .peek()
        .is(
            "global",
            "local",
            "temp",
            "temporary",
            "transient",
            "external",
            "unlogged",
            "foreign",
            "volatile",
            "hybrid",
            "iceberg",
            "dynamic")) {
      reader.next();
    }
    return reader.take("table");
  }

  private void createTable(TokenReader reader) {
    reader.take("if", "not", "exists");
    List<String> name = reader.qualifiedName("the name of a table");
    if (!reader.peek().is("(") || reader.peek(1).is("select", "with")) {
      notes.add(
          "Table '%s' is made without a list of columns and is passed over."
              .formatted(name.getLast()));
      return;
    }
    String physicalName = String.join(".", name);
    String shortName =
        physicalName.matches("[A-Za-z0-9_$.-]+")
            ? physicalName.substring(physicalName.lastIndexOf('.') + 1)
            : name.getLast();
    Table table = new Table(shortName.isEmpty() ? physicalName : shortName, physicalName);
    reader.next();
    do {
      element(table, reader);
    } while (reader.take(","));
    reader.expect(")");
    tableOptions(table, reader);
    if (tables.putIfAbsent(table.name.toLowerCase(Locale.ROOT), table) != null) {
      notes.add("Table '%s' is there twice; the first one counts.".formatted(table.name));
    }
  }

  private void element(Table table, TokenReader reader) {
    Token start = reader.peek();
    if (reader.take("constraint")) {
      reader.name("the name of a constraint");
      constraint(table, reader);
    } else if (isConstraint(reader)) {
      constraint(table, reader);
    } else if (start.is(")")) {
      return;
    } else {
      column(table, reader);
    }
  }

  private static boolean isConstraint(TokenReader reader) {
    Token first = reader.peek();
    Token second = reader.peek(1);
    boolean named = second.isName() && reader.peek(2).is("(");
    return (first.is("primary", "foreign") && second.is("key"))
        || (first.is("unique") && (second.is("(", "key", "index", "nulls") || named))
        || (first.is("check", "exclude", "watermark") && (second.is("(", "using", "for")))
        || (first.is("key", "index", "fulltext", "spatial")
            && (second.is("(", "key", "index") || named))
        || (first.is("period") && second.is("for"))
        || (first.is("like") && second.isName());
  }

  private void constraint(Table table, TokenReader reader) {
    if (reader.take("primary", "key")) {
      int position = 0;
      for (String column : names(reader)) {
        int next = ++position;
        change(table, column, reader, field -> field.promised(true, field.unique(), next));
      }
    } else if (reader.take("unique")) {
      List<String> names = names(reader);
      if (names.size() == 1) {
        change(
            table,
            names.getFirst(),
            reader,
            field -> field.promised(field.required(), true, field.keyPosition()));
      }
    } else if (reader.take("check") && reader.peek().is("(")) {
      int from = 1;
      String column = reader.peek(from).isName() ? reader.peek(from).text() : "";
      List<String> values = allowed(reader);
      if (!values.isEmpty() && table.columns.containsKey(column.toLowerCase(Locale.ROOT))) {
        change(table, column, reader, f -> f.restricted(f.format(), f.pattern(), values));
      }
    }
    skip(reader);
  }

  private void change(
      Table table, String column, TokenReader reader, UnaryOperator<DraftField> change) {
    String key = column.toLowerCase(Locale.ROOT);
    if (table.columns.computeIfPresent(key, (k, field) -> change.apply(field)) == null) {
      Token token = reader.peek();
      throw new DraftException(
          "table '%s' has no column '%s'".formatted(table.name, column),
          token.line(),
          token.column());
    }
  }

  /** The columns in the next brackets; what stands before and beside the names is passed over. */
  private static List<String> names(TokenReader reader) {
    while (!reader.atEnd() && !reader.peek().is("(", ",", ")")) {
      reader.next();
    }
    List<String> names = new ArrayList<>();
    if (!reader.take("(")) {
      return names;
    }
    do {
      names.add(reader.name("the name of a column"));
      while (!reader.atEnd() && !reader.peek().is(",", ")")) {
        if (reader.peek().is("(")) {
          reader.skipBrackets();
        } else {
          reader.next();
        }
      }
    } while (reader.take(","));
    reader.expect(")");
    return names;
  }

  private void column(Table table, TokenReader reader) {
    Token at = reader.peek();
    String name = reader.name("the name of a column");
    DraftField field;
    if (reader.peek().isName() && !isColumnOption(reader)) {
      field = new SqlTypeReader(reader, notes).read(name);
    } else {
      notes.add("line %d: '%s' has no type; it is taken as a string.".formatted(at.line(), name));
      field = DraftField.of(name, "string");
    }
    boolean required = false;
    boolean unique = false;
    boolean key = false;
    String description = null;
    List<String> values = field.values();
    while (!reader.atEnd() && !reader.peek().is(",", ")")) {
      if (reader.take("not", "null")) {
        required = true;
      } else if (reader.take("primary", "key")) {
        key = true;
      } else if (reader.take("unique")) {
        unique = true;
      } else if (reader.take("check") && reader.peek().is("(")) {
        List<String> allowed = allowed(reader);
        values = allowed.isEmpty() ? values : allowed;
      } else if (reader.peek().is("options") && reader.peek(1).is("(")) {
        reader.next();
        description = option(reader, description);
      } else if (reader.take("comment")) {
        reader.take("=");
        if (reader.peek().kind() == Token.Kind.TEXT) {
          description = reader.next().text();
        }
      } else if (reader.peek().is("(", "[", "{")) {
        reader.skipBrackets();
      } else {
        reader.next();
      }
    }
    DraftField column =
        field
            .promised(required || key, unique, key ? 1 : 0)
            .described(description)
            .restricted(field.format(), field.pattern(), values);
    if (table.columns.putIfAbsent(name.toLowerCase(Locale.ROOT), column) != null) {
      throw new DraftException(
          "column '%s' is there twice".formatted(name), at.line(), at.column());
    }
  }

  private static boolean isColumnOption(TokenReader reader) {
    return reader
        .peek()
        .is(
            "not",
            "null",
            "primary",
            "unique",
            "default",
            "check",
            "references",
            "comment",
            "collate",
            "generated",
            "constraint");
  }

  /** The values of {@code CHECK (column IN ('a', 'b'))}; empty where a check is another. */
  private static List<String> allowed(TokenReader reader) {
    boolean list = reader.peek(1).isName() && reader.peek(2).is("in") && reader.peek(3).is("(");
    List<String> values = new ArrayList<>();
    boolean other = !list;
    for (int i = 4; list && !reader.peek(i).is(")"); i++) {
      Token token = reader.peek(i);
      if (token.kind() == Token.Kind.TEXT) {
        values.add(token.text());
      } else if (!token.is(",")) {
        other = true;
        break;
      }
    }
    reader.skipBrackets();
    return other ? List.of() : List.copyOf(values);
  }

  /** The description in {@code (description = 'text', …)}. */
  private static @Nullable String option(TokenReader reader, @Nullable String before) {
    String description = before;
    for (int i = 1; !reader.peek(i).is(")") && !reader.peek(i).text().isEmpty(); i++) {
      Token text = reader.peek(i + 2);
      boolean isText = text.kind() == Token.Kind.TEXT || text.kind() == Token.Kind.QUOTED_NAME;
      if (reader.peek(i).is("description") && reader.peek(i + 1).is("=") && isText) {
        description = text.text();
      }
    }
    reader.skipBrackets();
    return description;
  }

  private static void tableOptions(Table table, TokenReader reader) {
    while (!reader.atEnd()) {
      if (reader.take("comment")) {
        reader.take("=");
        if (reader.peek().kind() == Token.Kind.TEXT) {
          table.description = reader.next().text();
        }
      } else if (reader.take("options") && reader.peek().is("(")) {
        table.description = option(reader, table.description);
      } else {
        reader.next();
      }
    }
  }

  private void comment(TokenReader reader) {
    boolean column = reader.take("column");
    if (!column && !reader.take("table")) {
      return;
    }
    List<String> name = reader.qualifiedName("a name");
    if (!reader.take("is") || reader.peek().kind() != Token.Kind.TEXT) {
      return;
    }
    String text = reader.next().text();
    int tableAt = name.size() - (column ? 2 : 1);
    if (tableAt < 0) {
      return;
    }
    find(name.get(tableAt))
        .ifPresent(table -> {
          if (column) {
            table.columns.computeIfPresent(
                name.getLast().toLowerCase(Locale.ROOT), (k, f) -> f.described(text));
          } else {
            table.description = text;
          }
        });
  }

  private void alterTable(TokenReader reader) {
    reader.take("if", "exists");
    reader.take("only");
    Optional<Table> table = find(reader.qualifiedName("the name of a table").getLast());
    if (table.isEmpty() || !reader.take("add")) {
      passedOver++;
      return;
    }
    if (reader.take("constraint")) {
      reader.name("the name of a constraint");
    }
    if (isConstraint(reader)) {
      constraint(table.get(), reader);
    } else {
      passedOver++;
    }
  }

  private Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
  }

  private static void skip(TokenReader reader) {
    while (!reader.atEnd() && !reader.peek().is(",", ")")) {
      if (reader.peek().is("(", "[", "{")) {
        reader.skipBrackets();
      } else {
        reader.next();
      }
    }
  }
}
