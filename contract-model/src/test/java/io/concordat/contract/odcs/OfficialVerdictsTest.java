package io.concordat.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.Mutants;
import io.concordat.contract.Mutants.Mutant;
import io.concordat.contract.OfficialSchemas;
import io.concordat.messages.policy.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document is valid here exactly where the official JSON Schema of the version that it declares,
 * or that of 3.1.0, finds it valid, apart from what {@link #ASKED_FOR_BEYOND_THE_SCHEMAS} lists.
 */
class OfficialVerdictsTest {

  private static final String NEWEST = "v3.1.0";
  private static final String[] VERSIONS = {"v3.0.0", "v3.0.1", "v3.0.2", NEWEST};

  /** How many mutants are judged; {@code -Dconcordat.mutants=1000000} judges all there are. */
  private static final int MUTANTS = Integer.getInteger("concordat.mutants", 4_000);

  /** What a refusal says, and why Concordat refuses what the schemas let pass. */
  private static final Map<String, String> ASKED_FOR_BEYOND_THE_SCHEMAS =
      Map.of(
          "not a semantic version",
          "versions are compared, so that they have to be semantic versions",
          "must not be blank",
          "id, status and the names of objects and properties are what others refer by",
          "is already used on line",
          "a name or an id stands for one element; the standard's text says so of ids",
          "must name the same number of properties",
          "the standard's text asks for as many ends as starts",
          "must be two different numbers, the smaller first",
          "the standard's text asks for the smaller first; else nothing could keep the rule",
          "Concordat reads ODCS 3.0.0 to 3.1.0",
          "the schemas name 2.2.x as versions, though such documents have another shape");

  @TestFactory
  List<DynamicTest> judgesEveryExampleAsItsSchemaDoes() throws IOException {
    OfficialSchemas schemas = OfficialSchemas.of("odcs", VERSIONS);
    List<DynamicTest> tests = new ArrayList<>();
    schemas
        .examples()
        .forEach((name, text) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(OdcsReader.read(text).violations().isEmpty())
                            .as("%s", OdcsReader.read(text).violations())
                            .isEqualTo(schemas.accept(OfficialSchemas.json(text), NEWEST)))));
    return tests;
  }

  @Test
  void judgesMutantsAsTheirSchemaDoes() throws IOException {
    OfficialSchemas schemas = OfficialSchemas.of("odcs", VERSIONS);
    List<Mutant> mutants = mutants(schemas);
    Collections.shuffle(mutants, new Random(20_260_601));
    List<String> differences = new ArrayList<>();
    int valid = 0;
    for (Mutant mutant : mutants.subList(0, Math.min(MUTANTS, mutants.size()))) {
      boolean official = schemas.accept(mutant.document(), NEWEST);
      List<Violation> violations = OdcsReader.read(mutant.document().toString()).violations();
      valid += official ? 1 : 0;
      boolean same = official == violations.isEmpty();
      if (!same && !(official && violations.stream().allMatch(this::isAskedForBeyond))) {
        differences.add((official ? "valid" : "invalid") + ", but " + violations + ": " + mutant);
      }
    }
    assertThat(differences.stream().limit(20)).isEmpty();
    assertThat(valid).as("mutants that stay valid").isGreaterThan(MUTANTS / 100);
  }

  private boolean isAskedForBeyond(Violation violation) {
    return ASKED_FOR_BEYOND_THE_SCHEMAS.keySet().stream().anyMatch(violation.message()::contains);
  }

  /** Of the examples, and of documents that hold what the examples do not, in each version. */
  private static List<Mutant> mutants(OfficialSchemas schemas) throws IOException {
    Map<String, String> documents = new LinkedHashMap<>(schemas.examples());
    documents.remove("all/postgresql-adventureworks-contract.odcs.yaml");
    documents.put("new", ExampleContract.resource("/io/concordat/contract/everything.odcs.yaml"));
    documents.put(
        "old", ExampleContract.resource("/io/concordat/contract/everything-3.0.odcs.yaml"));
    List<Mutant> mutants = new ArrayList<>();
    for (String text : documents.values()) {
      for (JsonNode part : OfficialSchemas.parts(OfficialSchemas.json(text))) {
        for (String version : VERSIONS) {
          mutants.addAll(Mutants.of(((ObjectNode) part).put("apiVersion", version), 1));
        }
      }
    }
    return mutants;
  }
}
