package io.concordat.council;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The walls of this module. */
@AnalyzeClasses(
    packages = "io.concordat.council",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String DECIDERS =
      ".*(Decider|State|Tally|Ballot|Vote|Proposal|Changes|Facts)(\\$.*)?";

  @ArchTest
  static final ArchRule seesOnlyMessagesContractModelAndAxonsWriteSide =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.concordat.council..",
              "io.concordat.messages..",
              "io.concordat.contract..",
              "org.axonframework.commandhandling..",
              "org.axonframework.eventsourcing..",
              "org.axonframework.modelling..",
              "org.axonframework.spring.stereotype..",
              "org.springframework.stereotype..",
              "org.jspecify..",
              "java..");

  @ArchTest
  static final ArchRule decisionsArePure =
      classes()
          .that()
          .haveNameMatching(DECIDERS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.concordat.council..", "io.concordat.messages..", "org.jspecify..", "java..")
          .andShould(notDependOnPorts());

  @ArchTest
  static final ArchRule nothingReadsTheClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule aggregatesAreNobodysBusiness =
      classes().that().haveSimpleNameEndingWith("Aggregate").should().bePackagePrivate();

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("io.concordat.council.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes()
          .should(
              new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          type.getPackage().isAnnotatedWith(NullMarked.class),
                          type.getPackageName() + " of " + type.getSimpleName()));
                }
              });

  private static ArchCondition<JavaClass> notDependOnPorts() {
    return new ArchCondition<>("not depend on ports, which answer from elsewhere") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency ->
                dependency
                    .getTargetClass()
                    .getSimpleName()
                    .matches(
                        "CouncilSeats|DomainRegister|PolicySets|PolicySetWriter|PolicyProblems"))
            .forEach(dependency ->
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }
}
