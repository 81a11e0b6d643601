package io.concordat.graphql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** GraphQL sees messages and nothing else of ours, and no store. */
@AnalyzeClasses(packages = "io.concordat.graphql", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule SEES_MESSAGES_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.concordat.command..",
              "io.concordat.council..",
              "io.concordat.observation..",
              "io.concordat.projection..",
              "io.concordat.eventstore..",
              "io.concordat.server..",
              "org.axonframework..",
              "com.mongodb..",
              "org.neo4j..",
              "java.sql..");

  @ArchTest
  static final ArchRule CONTROLLERS_ARE_HIDDEN =
      classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();
}
