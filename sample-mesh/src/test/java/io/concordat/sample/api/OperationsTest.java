package io.concordat.sample.api;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the loader sends fits the schema that is published. */
class OperationsTest {

  private static GraphQLSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    StringBuilder text = new StringBuilder();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            Path.of("..", "graphql", "src", "main", "resources", "graphql"), "*.graphqls")) {
      for (Path file : files) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    for (String scalar : List.of("DateTime", "YearMonth", "Long")) {
      wiring.scalar(
          GraphQLScalarType.newScalar().name(scalar).coercing(new Coercing<>() {}).build());
    }
    wiring.type("Node", node -> node.typeResolver(_ -> null));
    schema =
        new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse(text.toString()), wiring.build());
  }

  @ParameterizedTest
  @EnumSource
  void mutations_are_valid_one_by_one_and_together(Mutation mutation) {
    assertThat(problems(mutation.document(1))).isEmpty();
    assertThat(problems(mutation.document(14))).isEmpty();
  }

  @Test
  void queries_are_valid() {
    assertThat(Queries.all()).allSatisfy(query -> assertThat(problems(query)).isEmpty());
  }

  private static List<ValidationError> problems(String text) {
    Document document = Parser.parse(text);
    return new Validator().validateDocument(schema, document, Locale.ROOT);
  }
}
