package io.concordat.command.consumer;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.FakeMesh;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.RegisterConsumer;
import io.concordat.messages.mesh.RetireConsumer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsumerDeciderTest {

  static final ConsumerId DASHBOARD = new ConsumerId("payments:cfo-dashboard");
  static final ContractRead READ =
      new ContractRead(FakeMesh.DAILY, List.of("settlement.amount", "settlement.currency"));
  static final ContractRead WHOLE = new ContractRead(FakeMesh.DAILY, List.of());
  static final RegisterConsumer REGISTER = register("CFO dashboard", List.of(READ, WHOLE));
  static final DecisionContext MACHINE = as(Role.MACHINE);
  static final ConsumerRegistered REGISTERED =
      new ConsumerRegistered(
          DASHBOARD,
          "CFO dashboard",
          ConsumerKind.DASHBOARD,
          "Shows what was settled.",
          List.of(READ, WHOLE),
          new Subject("machine"),
          NOW,
          List.of());

  static final RetireConsumer RETIRE = new RetireConsumer(DASHBOARD, "Nobody looks at it.");
  static final ConsumerRetired RETIRED =
      new ConsumerRetired(DASHBOARD, "Nobody looks at it.", new Subject("machine"), NOW);

  private static final ConsumerState NONE = new ConsumerState.Unregistered();
  private static final ConsumerFacts ALL_THERE = new ConsumerFacts(true, List.of());

  static RegisterConsumer register(String name, List<ContractRead> reads) {
    return new RegisterConsumer(
        DASHBOARD, name, ConsumerKind.DASHBOARD, "Shows what was settled.", reads, List.of());
  }

  @Test
  void aConsumerIsRegistered() {
    assertAccepted(ConsumerDecider.decide(NONE, REGISTER, MACHINE, ALL_THERE), REGISTERED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"VIEWER", "AUDITOR", "OPERATOR"})
  void whoOnlyReadsMayNot(Role role) {
    assertRejected(
        ConsumerDecider.decide(NONE, REGISTER, as(role), ALL_THERE),
        RejectionCode.NOT_ALLOWED,
        "Only a product owner, a governance engineer or a machine");
  }

  @Test
  void itsDomainMustExist() {
    assertRejected(
        ConsumerDecider.decide(NONE, REGISTER, MACHINE, new ConsumerFacts(false, List.of())),
        RejectionCode.DOMAIN_NOT_FOUND,
        "payments");
  }

  @Test
  void everyContractThatIsMissingIsNamed() {
    ConsumerFacts facts =
        new ConsumerFacts(
            true,
            List.of(
                new ContractId("payments/settlements/weekly"),
                new ContractId("orders/returns/return")));

    assertRejected(
        ConsumerDecider.decide(NONE, REGISTER, MACHINE, facts),
        RejectionCode.CONTRACT_NOT_FOUND,
        "payments/settlements/weekly, orders/returns/return");
  }

  static Stream<RegisterConsumer> sameFacts() {
    return Stream.of(REGISTER, register("CFO dashboard", List.of(WHOLE, READ)));
  }

  @ParameterizedTest
  @MethodSource("sameFacts")
  void theSameFactsInAnyOrderChangeNothing(RegisterConsumer command) {
    ConsumerState registered = ConsumerDecider.evolve(NONE, REGISTERED);

    assertAccepted(ConsumerDecider.decide(registered, command, MACHINE, ALL_THERE));
  }

  static Stream<RegisterConsumer> otherFacts() {
    return Stream.of(
        register("Other", List.of(READ, WHOLE)),
        register("CFO dashboard", List.of(READ)),
        new RegisterConsumer(
            DASHBOARD,
            "CFO dashboard",
            ConsumerKind.MODEL,
            "Shows what was settled.",
            List.of(READ, WHOLE),
            List.of()),
        new RegisterConsumer(
            DASHBOARD,
            "CFO dashboard",
            ConsumerKind.DASHBOARD,
            "Other.",
            List.of(READ, WHOLE),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("otherFacts")
  void otherFactsTakeThePlaceOfThoseBefore(RegisterConsumer command) {
    ConsumerState registered = ConsumerDecider.evolve(NONE, REGISTERED);

    assertAccepted(
        ConsumerDecider.decide(registered, command, MACHINE, ALL_THERE),
        new ConsumerRegistered(
            command.consumer(),
            command.name(),
            command.kind(),
            command.purpose(),
            command.reads(),
            new Subject("machine"),
            NOW,
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("otherFacts")
  void anotherOwnerIsRefused(RegisterConsumer command) {
    ConsumerState registered = ConsumerDecider.evolve(NONE, REGISTERED);

    assertRejected(
        ConsumerDecider.decide(registered, command, as(Role.PRODUCT_OWNER), ALL_THERE),
        RejectionCode.CONSUMER_EXISTS,
        "payments:cfo-dashboard");
  }

  @Test
  void itIsRetiredOnce() {
    ConsumerState registered = ConsumerDecider.evolve(NONE, REGISTERED);

    assertAccepted(
        ConsumerDecider.decide(registered, RETIRE, MACHINE, ConsumerFacts.NONE), RETIRED);
    assertAccepted(
        ConsumerDecider.decide(
            ConsumerDecider.evolve(registered, RETIRED), RETIRE, MACHINE, ConsumerFacts.NONE));
  }

  @Test
  void anotherOwnerMayNotRetireIt() {
    assertRejected(
        ConsumerDecider.decide(
            ConsumerDecider.evolve(NONE, REGISTERED),
            RETIRE,
            as(Role.PRODUCT_OWNER),
            ConsumerFacts.NONE),
        RejectionCode.NOT_ALLOWED,
        "Only who registered the consumer");
  }

  @Test
  void whatIsNotThereCannotBeRetired() {
    assertRejected(
        ConsumerDecider.decide(NONE, RETIRE, MACHINE, ConsumerFacts.NONE),
        RejectionCode.CONSUMER_NOT_FOUND,
        "payments:cfo-dashboard");
  }

  @Test
  void aRetiredOneMayComeBack() {
    ConsumerState retired =
        ConsumerDecider.evolve(ConsumerDecider.evolve(NONE, REGISTERED), RETIRED);

    assertAccepted(ConsumerDecider.decide(retired, REGISTER, MACHINE, ALL_THERE), REGISTERED);
  }

  @Test
  void factsAreAskedOncePerContract() {
    ContractId weekly = new ContractId("payments/settlements/weekly");

    assertThat(
            ConsumerFacts.of(
                register(
                    "CFO dashboard",
                    List.of(
                        READ,
                        new ContractRead(weekly, List.of("a.b")),
                        new ContractRead(weekly, List.of()))),
                new FakeMesh()))
        .isEqualTo(new ConsumerFacts(true, List.of(weekly)));
  }
}
