package io.concordat.command.request;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.at;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.FakeMesh.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.command.Callers;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.request.AcceptDataRequest;
import io.concordat.messages.request.DataRequestAccepted;
import io.concordat.messages.request.DataRequestCommand;
import io.concordat.messages.request.DataRequestDeclined;
import io.concordat.messages.request.DataRequestDelivered;
import io.concordat.messages.request.DataRequestEvent;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.DataRequestOpened;
import io.concordat.messages.request.DataRequestWithdrawn;
import io.concordat.messages.request.DeclineDataRequest;
import io.concordat.messages.request.DeliverDataRequest;
import io.concordat.messages.request.OpenDataRequest;
import io.concordat.messages.request.WithdrawDataRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataRequestDeciderTest {

  static final DataRequestId ID = DataRequestId.of("01935b6e-0a4b-7c3d-8e9f-0123456789ac");
  static final Instant LATER = NOW.plus(Duration.ofDays(20));
  static final DecisionContext ANYONE = as("vera.viewer", Role.VIEWER);
  static final Subject VERA = new Subject("vera.viewer");
  static final OpenDataRequest OPEN =
      new OpenDataRequest(ID, PAYMENTS, "Chargebacks", "Fraud scores.", "amount, reason", LATER);
  static final DataRequestOpened OPENED =
      new DataRequestOpened(
          ID, PAYMENTS, "Chargebacks", "Fraud scores.", "amount, reason", LATER, NOW, VERA);
  static final AcceptDataRequest ACCEPT = new AcceptDataRequest(ID, LATER);
  static final DataRequestAccepted ACCEPTED =
      new DataRequestAccepted(ID, LATER, NOW, Callers.OWNER);
  static final DeclineDataRequest DECLINE = new DeclineDataRequest(ID, "Risk has it.");
  static final DataRequestDeclined DECLINED =
      new DataRequestDeclined(ID, "Risk has it.", NOW, Callers.OWNER);
  static final DeliverDataRequest DELIVER = new DeliverDataRequest(ID, DAILY);
  static final DataRequestDelivered DELIVERED =
      new DataRequestDelivered(ID, DAILY, NOW, Callers.OWNER);
  static final WithdrawDataRequest WITHDRAW = new WithdrawDataRequest(ID);
  static final DataRequestWithdrawn WITHDRAWN = new DataRequestWithdrawn(ID, NOW, VERA);

  private static final DataRequestFacts FACTS = new DataRequestFacts(true, true, true);
  private static final DataRequestFacts STRANGER = new DataRequestFacts(true, false, true);
  private static final DataRequestState NONE = after();

  private static DataRequestState after(DataRequestEvent... events) {
    DataRequestState state = new DataRequestState.Unopened();
    for (DataRequestEvent event : events) {
      state = DataRequestDecider.evolve(state, event);
    }
    return state;
  }

  static Stream<Arguments> accepted() {
    AcceptDataRequest moved = new AcceptDataRequest(ID, LATER.plusSeconds(1));
    return Stream.of(
        arguments(NONE, OPEN, ANYONE, STRANGER, OPENED),
        arguments(after(OPENED), ACCEPT, owner(), FACTS, ACCEPTED),
        arguments(
            after(OPENED, ACCEPTED),
            moved,
            owner(),
            FACTS,
            new DataRequestAccepted(ID, LATER.plusSeconds(1), NOW, Callers.OWNER)),
        arguments(after(OPENED), DECLINE, owner(), FACTS, DECLINED),
        arguments(after(OPENED, ACCEPTED), DECLINE, owner(), FACTS, DECLINED),
        arguments(after(OPENED), DELIVER, owner(), FACTS, DELIVERED),
        arguments(after(OPENED, ACCEPTED), DELIVER, owner(), FACTS, DELIVERED),
        arguments(after(OPENED), WITHDRAW, ANYONE, STRANGER, WITHDRAWN),
        arguments(after(OPENED, ACCEPTED), WITHDRAW, ANYONE, STRANGER, WITHDRAWN),
        arguments(
            after(OPENED),
            DECLINE,
            as(Role.GOVERNANCE_ENGINEER),
            STRANGER,
            new DataRequestDeclined(ID, "Risk has it.", NOW, new Subject("governance_engineer"))));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void isAccepted(
      DataRequestState state,
      DataRequestCommand command,
      DecisionContext context,
      DataRequestFacts facts,
      DataRequestEvent event) {
    assertAccepted(DataRequestDecider.decide(state, command, context, facts), event);
  }

  static Stream<Arguments> unchanged() {
    return Stream.of(
        arguments(after(OPENED, ACCEPTED), ACCEPT, owner()),
        arguments(after(OPENED, ACCEPTED), ACCEPT, at(LATER.plusSeconds(1), owner())),
        arguments(after(OPENED, WITHDRAWN), WITHDRAW, ANYONE));
  }

  @ParameterizedTest
  @MethodSource("unchanged")
  void theSameASecondTimeChangesNothing(
      DataRequestState state, DataRequestCommand command, DecisionContext context) {
    assertAccepted(DataRequestDecider.decide(state, command, context, FACTS));
  }

  static Stream<Arguments> rejected() {
    DataRequestFacts noDomain = new DataRequestFacts(false, false, false);
    DataRequestFacts unpublished = new DataRequestFacts(true, true, false);
    DecisionContext late = at(LATER.plusSeconds(1), owner());
    DeliverDataRequest foreign =
        new DeliverDataRequest(ID, new ContractId("payments-eu/settlements/daily"));
    return Stream.of(
        arguments(NONE, OPEN, ANYONE, noDomain, RejectionCode.DOMAIN_NOT_FOUND, "payments"),
        arguments(NONE, OPEN, late, FACTS, RejectionCode.REQUEST_DATE_PAST, "neededBy"),
        arguments(after(OPENED), OPEN, ANYONE, FACTS, RejectionCode.REQUEST_EXISTS, "" + ID),
        arguments(NONE, ACCEPT, owner(), FACTS, RejectionCode.REQUEST_NOT_FOUND, "" + ID),
        arguments(NONE, WITHDRAW, ANYONE, FACTS, RejectionCode.REQUEST_NOT_FOUND, "" + ID),
        arguments(
            after(OPENED), ACCEPT, ANYONE, STRANGER, RejectionCode.NOT_ALLOWED, "representative"),
        arguments(
            after(OPENED), DECLINE, ANYONE, STRANGER, RejectionCode.NOT_ALLOWED, "representative"),
        arguments(
            after(OPENED), DELIVER, ANYONE, STRANGER, RejectionCode.NOT_ALLOWED, "representative"),
        arguments(
            after(OPENED),
            WITHDRAW,
            as(Role.GOVERNANCE_ENGINEER),
            FACTS,
            RejectionCode.NOT_ALLOWED,
            "who asked"),
        arguments(
            after(OPENED), ACCEPT, late, FACTS, RejectionCode.REQUEST_DATE_PAST, "expectedBy"),
        arguments(
            after(OPENED),
            foreign,
            owner(),
            FACTS,
            RejectionCode.REQUEST_OF_ANOTHER_DOMAIN,
            "payments-eu"),
        arguments(
            after(OPENED),
            DELIVER,
            owner(),
            unpublished,
            RejectionCode.CONTRACT_NOT_FOUND,
            "daily"),
        arguments(
            after(OPENED, DECLINED),
            ACCEPT,
            owner(),
            FACTS,
            RejectionCode.REQUEST_CLOSED,
            "declined"),
        arguments(
            after(OPENED, WITHDRAWN),
            DECLINE,
            owner(),
            FACTS,
            RejectionCode.REQUEST_CLOSED,
            "withdrawn"),
        arguments(
            after(OPENED, DELIVERED),
            DELIVER,
            owner(),
            FACTS,
            RejectionCode.REQUEST_CLOSED,
            "delivered"),
        arguments(
            after(OPENED, DELIVERED),
            WITHDRAW,
            ANYONE,
            FACTS,
            RejectionCode.REQUEST_CLOSED,
            "delivered"));
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void isRejected(
      DataRequestState state,
      DataRequestCommand command,
      DecisionContext context,
      DataRequestFacts facts,
      RejectionCode code,
      String mentioned) {
    assertRejected(DataRequestDecider.decide(state, command, context, facts), code, mentioned);
  }

  @Test
  void aStreamThatDoesNotBeginWithOpenedIsAFault() {
    assertThatIllegalStateException().isThrownBy(() -> after(ACCEPTED));
  }
}
