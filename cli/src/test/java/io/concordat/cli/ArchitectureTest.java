package io.concordat.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.concordat.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule needsNoServerOnItsClassPath =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net.ssl..",
              "javax.xml.stream..",
              "io.concordat.cli..",
              "io.concordat.contract..",
              "io.concordat.draft..",
              "io.concordat.messages..",
              "io.concordat.profile..",
              "io.concordat.results..",
              "org.jspecify..",
              "picocli..",
              "tools.jackson..");

  @ArchTest
  static final ArchRule onlyRemoteKnowsTheNetwork =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.concordat.cli.remote..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule packagesBuildOnEachOtherOneWay =
      slices().matching("io.concordat.cli.(*)..").should().beFreeOfCycles();
}
