package io.concordat.command.product;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.FakeMesh.ANSWERS_FOR_SETTLEMENTS;
import static io.concordat.command.FakeMesh.SETTLEMENTS;

import io.concordat.command.Callers;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProductDeciderTest {

  static final RegisterDataProduct REGISTER =
      new RegisterDataProduct(
          SETTLEMENTS, "Settlements", "What was settled.", ANSWERS_FOR_SETTLEMENTS);
  static final DataProductRegistered REGISTERED =
      new DataProductRegistered(
          SETTLEMENTS, "Settlements", "What was settled.", ANSWERS_FOR_SETTLEMENTS, NOW);

  private static final ProductState NONE = new ProductState.Unregistered();

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE_ENGINEER", "PRODUCT_OWNER", "SYSTEM"})
  void aProductIsRegistered(Role role) {
    assertAccepted(ProductDecider.decide(NONE, REGISTER, as(role), true), REGISTERED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE_ENGINEER", "PRODUCT_OWNER", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void othersMayNot(Role role) {
    assertRejected(
        ProductDecider.decide(NONE, REGISTER, as(role), true),
        RejectionCode.NOT_ALLOWED,
        "product owner or a governance engineer");
  }

  @Test
  void aProductNeedsItsDomain() {
    assertRejected(
        ProductDecider.decide(NONE, REGISTER, Callers.owner(), false),
        RejectionCode.DOMAIN_NOT_FOUND,
        "payments");
  }

  @Test
  void theSameFactsASecondTimeChangeNothing() {
    ProductState registered = ProductDecider.evolve(NONE, REGISTERED);

    assertAccepted(ProductDecider.decide(registered, REGISTER, Callers.owner(), true));
  }

  static Stream<RegisterDataProduct> otherFacts() {
    return Stream.of(
        new RegisterDataProduct(SETTLEMENTS, "S", "What was settled.", ANSWERS_FOR_SETTLEMENTS),
        new RegisterDataProduct(SETTLEMENTS, "Settlements", "Other.", ANSWERS_FOR_SETTLEMENTS),
        new RegisterDataProduct(
            SETTLEMENTS,
            "Settlements",
            "What was settled.",
            new ProductOwner(new Subject("somebody-else"), 50)),
        new RegisterDataProduct(
            SETTLEMENTS, "Settlements", "What was settled.", new ProductOwner(Callers.OWNER, 40)));
  }

  @ParameterizedTest
  @MethodSource("otherFacts")
  void otherFactsAreRefused(RegisterDataProduct command) {
    ProductState registered = ProductDecider.evolve(NONE, REGISTERED);

    assertRejected(
        ProductDecider.decide(registered, command, Callers.owner(), true),
        RejectionCode.PRODUCT_EXISTS,
        "payments/settlements");
  }
}
