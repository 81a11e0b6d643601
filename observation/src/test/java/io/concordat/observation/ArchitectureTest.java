package io.concordat.observation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullMarked;

/** The walls of this module. */
@AnalyzeClasses(packages = "io.concordat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> SHELLS =
      DescribedPredicate.describe(
          "aggregates",
          type ->
              type.getFields().stream()
                  .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));

  @ArchTest
  static final ArchRule SEES_ONLY_THE_BOTTOM_AND_AXON =
      classes()
          .that()
          .resideInAPackage("io.concordat.observation..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.concordat.messages..",
              "io.concordat.observation..",
              "org.axonframework.commandhandling..",
              "org.axonframework.eventsourcing..",
              "org.axonframework.modelling..",
              "org.axonframework.spring.stereotype..",
              "org.jspecify.annotations..",
              "tools.jackson.core..")
          .because("the observation side knows neither projections, stores nor the web");

  @ArchTest
  static final ArchRule ONLY_SHELLS_KNOW_AXON =
      noClasses()
          .that()
          .resideInAPackage("io.concordat.observation..")
          .and(DescribedPredicate.not(SHELLS))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.axonframework..", "org.springframework..", "org.slf4j..")
          .because("deciders are pure");

  @ArchTest
  static final ArchRule NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .that()
          .resideInAPackage("io.concordat.observation..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.random.RandomGenerator.class)
          .because("time and caller come in the context");

  @ArchTest
  static final ArchRule FEATURES_ARE_BLIND_TO_EACH_OTHER =
      slices().matching("io.concordat.observation.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule STATES_ARE_VALUES =
      classes()
          .that()
          .haveSimpleNameEndingWith("State")
          .or()
          .implement(
              DescribedPredicate.describe("a state", t -> t.getSimpleName().endsWith("State")))
          .should(beValues())
          .because("live aggregates are cached: a failed command must leave no trace");

  @ArchTest
  static final ArchRule NULL_MARKED =
      classes()
          .that()
          .resideInAPackage("io.concordat.observation..")
          .should(beInANullMarkedPackage());

  private static ArchCondition<JavaClass> beValues() {
    return new ArchCondition<>("be a record or a sealed interface of records") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean value = type.isRecord() || type.isEnum() || type.reflect().isSealed();
        events.add(new SimpleConditionEvent(type, value, type.getName() + " is no value type"));
      }
    };
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith(NullMarked.class),
                type.getPackageName() + " is not @NullMarked"));
      }
    };
  }
}
