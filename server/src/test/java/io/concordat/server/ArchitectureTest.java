package io.concordat.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** The walls between the modules, seen from above all of them. */
@AnalyzeClasses(packages = "io.concordat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule IMPORTS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.concordat..")
          .layer("messages")
          .definedBy("io.concordat.messages..")
          .layer("contract-model")
          .definedBy("io.concordat.contract..")
          .layer("command-side")
          .definedBy("io.concordat.command..")
          .layer("council-voting")
          .definedBy("io.concordat.council..")
          .layer("observation")
          .definedBy("io.concordat.observation..")
          .layer("notification")
          .definedBy("io.concordat.notification..")
          .layer("results")
          .definedBy("io.concordat.results..")
          .layer("profiles")
          .definedBy("io.concordat.profile..")
          .layer("event-store")
          .definedBy("io.concordat.eventstore..")
          .layer("projections")
          .definedBy("io.concordat.projections..")
          .layer("query-side")
          .definedBy("io.concordat.queryside..")
          .layer("graphql")
          .definedBy("io.concordat.graphql..")
          .layer("server")
          .definedBy("io.concordat.server..")
          .optionalLayer("read-store")
          .definedBy("io.concordat.readstore..")
          .whereLayer("server")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("command-side")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("council-voting")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("observation")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("notification")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("results")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("profiles")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("projections")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("query-side")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("graphql")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("event-store")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("contract-model")
          .mayOnlyBeAccessedByLayers(
              "command-side", "council-voting", "observation", "results", "server");

  @ArchTest
  static final ArchRule NULLNESS_IS_CHECKED_EVERYWHERE =
      classes()
          .that(
              DescribedPredicate.describe(
                  "are ours", (JavaClass type) -> !type.getSimpleName().equals("package-info")))
          .should()
          .beAnnotatedWith(NullMarked.class)
          .orShould(
              new com.tngtech.archunit.lang.ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(
                    JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                  boolean marked =
                      type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
                  events.add(
                      new com.tngtech.archunit.lang.SimpleConditionEvent(
                          type, marked, type.getName() + " is in a package without @NullMarked"));
                }
              });
}
