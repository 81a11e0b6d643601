package io.concordat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries that make the service work weigh more than those that only read. */
class WeightsTest {

  private static GraphQLSchema schema;

  @BeforeAll
  static void read() throws IOException {
    schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(SchemaText.read());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ contract(id: \"a/b/c\") { id versions { version changes { rule } } } } | 6",
        "{ contract(id: \"a/b/c\") { current { commitments { kind } } } } | 53",
        "{ impact(of: \"a/b/c\") { owners } } | 51",
        "{ lineage(of: \"a/b\", direction: UPSTREAM) { nodes { id } } } | 52",
        "{ incident(id: \"1\") { downstream { id } } } | 52",
        "{ checkContract(contract: \"a/b/c\", document: \"\") { passed } } | 51",
        "{ compareVersions(contract: \"a/b/c\", from: \"1\", to: \"2\") { worst } } | 51"
      })
  void aFieldThatIsWorkedOutIsHeavy(String query, int weight) {
    assertThat(weight(query)).isEqualTo(weight);
  }

  @Test
  void askingAgainUnderAnotherNameWeighsAgain() {
    String commitments =
        IntStream.range(0, 40)
            .mapToObj("a%d: commitments { kind }"::formatted)
            .collect(Collectors.joining(" "));

    assertThat(weight("{ contract(id: \"a/b/c\") { versions { " + commitments + " } } }"))
        .isGreaterThan(GraphqlConfiguration.MOST_WEIGHT);
  }

  private static int weight(String query) {
    return QueryComplexityCalculator.newCalculator()
        .fieldComplexityCalculator(new Weights())
        .schema(schema)
        .document(Parser.parse(query))
        .variables(CoercedVariables.emptyVariables())
        .build()
        .calculate();
  }
}
