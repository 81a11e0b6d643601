package io.concordat.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.concordat.graphql.gateway.AnomalyDesk;
import io.concordat.graphql.gateway.ContractReading;
import io.concordat.graphql.gateway.DeliveryDesk;
import io.concordat.graphql.gateway.FaultClassifier;
import io.concordat.graphql.gateway.GateCheck;
import io.concordat.graphql.gateway.History;
import io.concordat.graphql.gateway.IncidentPlaces;
import io.concordat.graphql.gateway.IntakeDesk;
import io.concordat.graphql.gateway.LiveChanges;
import io.concordat.graphql.gateway.MaintenanceDesk;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.MinutesDesk;
import io.concordat.graphql.gateway.ProbeDesk;
import io.concordat.graphql.gateway.ProcessorDesk;
import io.concordat.graphql.gateway.StandingDesk;
import io.concordat.graphql.gateway.VerdictRecord;
import io.concordat.graphql.gateway.WhatIfDesk;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

/**
 * The schema: every field has something that answers, and no name that clients rely on is missing.
 */
class SchemaTest {

  /** Names of the published interface whose capability is not there yet. */
  private static final Set<String> LATER =
      Set.of("Query.ledger", "Query.verifyLedger", "Subscription.auditAppended");

  private static final Path PUBLISHED =
      Path.of(System.getProperty("user.dir"), "..", "..", "shared", "api.graphqls");

  @Test
  void everyFieldHasSomethingThatAnswers() {
    AtomicReference<SchemaReport> report = new AtomicReference<>();
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(GraphQlAutoConfiguration.class, JacksonAutoConfiguration.class))
        .withUserConfiguration(GraphqlConfiguration.class)
        .withPropertyValues("spring.graphql.schema.locations=classpath:graphql/")
        .withBean(MeshGateway.class, () -> unasked(MeshGateway.class))
        .withBean(LiveChanges.class, () -> unasked(LiveChanges.class))
        .withBean(History.class, () -> unasked(History.class))
        .withBean(ContractReading.class, () -> unasked(ContractReading.class))
        .withBean(MinutesDesk.class, () -> unasked(MinutesDesk.class))
        .withBean(Clock.class, Clock::systemUTC)
        .withBean(WhatIfDesk.class, () -> unasked(WhatIfDesk.class))
        .withBean(VerdictRecord.class, () -> unasked(VerdictRecord.class))
        .withBean(GateCheck.class, () -> unasked(GateCheck.class))
        .withBean(ProcessorDesk.class, () -> unasked(ProcessorDesk.class))
        .withBean(MaintenanceDesk.class, () -> unasked(MaintenanceDesk.class))
        .withBean(IncidentPlaces.class, () -> unasked(IncidentPlaces.class))
        .withBean(DeliveryDesk.class, () -> unasked(DeliveryDesk.class))
        .withBean(ProbeDesk.class, () -> unasked(ProbeDesk.class))
        .withBean(AnomalyDesk.class, () -> unasked(AnomalyDesk.class))
        .withBean(StandingDesk.class, () -> unasked(StandingDesk.class))
        .withBean(IntakeDesk.class, () -> unasked(IntakeDesk.class))
        .withBean(FaultClassifier.class, () -> failure -> Optional.empty())
        .withBean(
            GraphQlSourceBuilderCustomizer.class,
            () ->
                builder ->
                    builder.inspectSchemaMappings(
                        inspect ->
                            GraphqlConfiguration.TYPE_NAMES.forEach(
                                (type, name) -> inspect.classMapping(name, type)),
                        report::set))
        .run(context -> {
          assertThat(context).hasNotFailed().hasSingleBean(GraphQlSource.class);
          assertThat(report.get().unmappedFields()).isEmpty();
          assertThat(report.get().unmappedArguments()).isEmpty();
          assertThat(report.get().skippedTypes()).isEmpty();
        });
  }

  @Test
  void keepsThePublishedNames() throws IOException {
    assumeTrue(
        Files.exists(PUBLISHED), "skipped: the published interface is not beside this checkout");
    TypeDefinitionRegistry published = new SchemaParser().parse(Files.readString(PUBLISHED));
    TypeDefinitionRegistry ours = SchemaText.read();
    List<String> missing = new ArrayList<>();
    for (TypeDefinition<?> type : published.types().values()) {
      TypeDefinition<?> mine = ours.getTypeOrNull(type.getName());
      if (mine == null) {
        missing.add(type.getName());
      } else if (type instanceof ImplementingTypeDefinition<?> fields) {
        for (FieldDefinition field : fields.getFieldDefinitions()) {
          compare(type.getName(), field, fields(ours, mine), missing);
        }
      } else if (type instanceof EnumTypeDefinition values) {
        assertThat(names((EnumTypeDefinition) mine)).containsAll(names(values));
      }
    }
    missing.removeAll(LATER);
    assertThat(missing).isEmpty();
  }

  private static void compare(
      String type, FieldDefinition published, List<FieldDefinition> mine, List<String> missing) {
    Optional<FieldDefinition> found =
        mine.stream().filter(field -> field.getName().equals(published.getName())).findFirst();
    if (found.isEmpty()) {
      missing.add(type + "." + published.getName());
      return;
    }
    assertThat(found.get().getType().toString())
        .as("type of %s.%s", type, published.getName())
        .isEqualTo(published.getType().toString());
    assertThat(found.get().getInputValueDefinitions().stream().map(value -> value.getName()))
        .as("arguments of %s.%s", type, published.getName())
        .containsAll(
            published.getInputValueDefinitions().stream().map(value -> value.getName()).toList());
  }

  /** Fields of a type with those of its extensions. */
  private static List<FieldDefinition> fields(
      TypeDefinitionRegistry registry, TypeDefinition<?> type) {
    return Stream.concat(
            Stream.of((ImplementingTypeDefinition<?>) type),
            registry.objectTypeExtensions().getOrDefault(type.getName(), List.of()).stream())
        .flatMap(part -> part.getFieldDefinitions().stream())
        .toList();
  }

  private static List<String> names(EnumTypeDefinition type) {
    return type.getEnumValueDefinitions().stream().map(value -> value.getName()).toList();
  }

  private static <T> T unasked(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              throw new AssertionError("nobody asks " + method + " here");
            }));
  }
}
