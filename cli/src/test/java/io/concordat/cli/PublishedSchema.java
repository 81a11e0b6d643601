package io.concordat.cli;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that the service publishes, to hold requests against. */
final class PublishedSchema {

  private static final GraphQLSchema SCHEMA = read();

  private PublishedSchema() {}

  /** What is wrong with a request; also a variable that was sent and is not asked for. */
  static List<String> problems(String body) {
    JsonNode request = JsonMapper.shared().readTree(body);
    Document document = Parser.parse(request.path("query").asString());
    Set<String> declared = new TreeSet<>();
    document.getDefinitionsOfType(graphql.language.OperationDefinition.class).stream()
        .flatMap(operation -> operation.getVariableDefinitions().stream())
        .forEach(variable -> declared.add(variable.getName()));
    return Stream.concat(
            new Validator()
                .validateDocument(SCHEMA, document, Locale.ROOT).stream()
                    .map(ValidationError::getMessage),
            request.path("variables").propertyNames().stream()
                .filter(name -> !declared.contains(name))
                .map(name -> "nobody asks for the variable " + name))
        .toList();
  }

  private static GraphQLSchema read() {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    for (String scalar : List.of("DateTime", "YearMonth", "Long")) {
      wiring.scalar(
          GraphQLScalarType.newScalar().name(scalar).coercing(new Coercing<>() {}).build());
    }
    wiring.type("Node", node -> node.typeResolver(_ -> null));
    try {
      StringBuilder text = new StringBuilder();
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(
              Scripts.root().resolve("graphql/src/main/resources/graphql"), "*.graphqls")) {
        for (Path file : files) {
          text.append(Files.readString(file)).append('\n');
        }
      }
      return new SchemaGenerator()
          .makeExecutableSchema(new SchemaParser().parse(text.toString()), wiring.build());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
