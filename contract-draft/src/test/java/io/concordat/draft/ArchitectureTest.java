package io.concordat.draft;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.concordat.draft",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule needsNoServerAndNoNetwork =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.lang..",
              "java.math..",
              "java.nio..",
              "java.sql..",
              "java.util..",
              "io.concordat.draft..",
              "io.concordat.contract..",
              "io.concordat.messages..",
              "io.concordat.profile..",
              "tools.jackson..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule onlyReadersOfRowsUseJdbc =
      classes()
          .that()
          .haveNameNotMatching(
              ".*\\.(DataFiles|DataFilesProfile|DatabaseProfile|RowsProfile)(\\$.*)?")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("java.sql..");
}
