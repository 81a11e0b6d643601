package io.concordat.graphql.council;

import io.concordat.graphql.gateway.ContractReading;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Shape;
import io.concordat.messages.policy.FindPolicySet;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.SemanticTypeSuggestionView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Semantic types for fields that have none. */
@Controller
class SuggestionController {

  private static final int MOST = 20;
  private static final int LONGEST = 200;

  private final MeshGateway mesh;
  private final ContractReading reading;

  SuggestionController(MeshGateway mesh, ContractReading reading) {
    this.mesh = mesh;
    this.reading = reading;
  }

  @QueryMapping
  List<SemanticTypeSuggestionView> suggestSemanticTypes(
      @Argument String name,
      @Argument @Nullable String logicalType,
      @Argument @Nullable String pattern,
      @Argument int first) {
    Shape.line("name", name, LONGEST);
    Shape.between("first", first, 1, MOST);
    List<SemanticType> registry =
        mesh.ask(new FindPolicySet(null, null))
            .map(view -> view.set().semanticTypes())
            .orElse(List.of());
    return reading.suggest(name, logicalType, pattern, registry).stream().limit(first).toList();
  }

  @SchemaMapping(typeName = "SemanticTypeSuggestion")
  SemanticType semanticType(SemanticTypeSuggestionView suggestion) {
    return suggestion.type();
  }
}
