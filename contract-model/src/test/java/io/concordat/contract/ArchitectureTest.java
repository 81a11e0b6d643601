package io.concordat.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.concordat.contract",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule needsNoServer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.axonframework..",
              "jakarta..",
              "java.net..",
              "java.sql..");

  @ArchTest
  static final ArchRule dependsOnMessagesOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.concordat.contract..",
              "io.concordat.messages..",
              "dev.cel..",
              "com.google.common.collect..",
              "org.snakeyaml.engine..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule packagesBuildOnEachOtherOneWay =
      slices().matching("io.concordat.contract.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheTreeKnowsTheParser =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.concordat.contract.tree..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule onlyPoliciesKnowCel =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.concordat.contract.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");
}
