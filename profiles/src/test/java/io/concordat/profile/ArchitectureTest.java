package io.concordat.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
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
    packages = "io.concordat.profile",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NEEDS_ONLY_THE_SKETCHES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "io.concordat.profile..", "org.apache.datasketches..", "org.jspecify..");

  @ArchTest
  static final ArchRule SKETCHES_ARE_KNOWN_IN_ONE_PLACE =
      classes()
          .that()
          .resideInAPackage("io.concordat.profile.anomaly..")
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAPackage("org.apache.datasketches..")));

  @ArchTest
  static final ArchRule IS_NULL_MARKED =
      classes()
          .should(
              new ArchCondition<>("be in a package that is null-marked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(new SimpleConditionEvent(type, marked, type.getName()));
                }
              });
}
