package io.concordat.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The walls of this module. */
@AnalyzeClasses(packages = "io.concordat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule SEES_ONLY_MESSAGES_JSON_HTTP_AND_MAIL =
      classes()
          .that()
          .resideInAPackage("io.concordat.notification..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "io.concordat.messages..",
              "io.concordat.notification..",
              "tools.jackson..",
              "javax.net..",
              "jakarta.mail..",
              "org.eclipse.angus..",
              "org.apache.hc..",
              "org.jspecify.annotations..")
          .because("it knows neither the other sides nor the web nor a store");

  @ArchTest
  static final ArchRule ONLY_THE_EDGE_SENDS =
      noClasses()
          .that()
          .resideInAPackage("io.concordat.notification..")
          .and()
          .resideOutsideOfPackage("io.concordat.notification.sending..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "jakarta.mail..", "java.net.http..");

  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("io.concordat.notification..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("time comes from who calls");
}
