package io.concordat.results;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this module. */
@AnalyzeClasses(
    packages = "io.concordat.results",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_CONTRACTS_AND_JSON =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.concordat.results..",
              "io.concordat.contract..",
              "io.concordat.messages.mesh..",
              "org.jspecify..",
              "tools.jackson.core..");

  @ArchTest
  static final ArchRule TYING_KNOWS_NO_FILES =
      classes()
          .that()
          .resideInAPackage("io.concordat.results")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("io.concordat.results.file..", "tools.jackson..");
}
