package io.concordat.command.request;

import io.concordat.command.Authority;
import io.concordat.command.request.DataRequestState.Known;
import io.concordat.command.request.DataRequestState.Unopened;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.request.AcceptDataRequest;
import io.concordat.messages.request.DataRequestAccepted;
import io.concordat.messages.request.DataRequestCommand;
import io.concordat.messages.request.DataRequestDeclined;
import io.concordat.messages.request.DataRequestDelivered;
import io.concordat.messages.request.DataRequestEvent;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.DataRequestOpened;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.messages.request.DataRequestWithdrawn;
import io.concordat.messages.request.DeclineDataRequest;
import io.concordat.messages.request.DeliverDataRequest;
import io.concordat.messages.request.OpenDataRequest;
import io.concordat.messages.request.WithdrawDataRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** The rules of data requests. */
final class DataRequestDecider {

  private DataRequestDecider() {}

  /** The answer to a command in a state. */
  static Decision<DataRequestEvent> decide(
      DataRequestState state,
      DataRequestCommand command,
      DecisionContext context,
      DataRequestFacts facts) {
    return switch (state) {
      case Unopened() ->
          command instanceof OpenDataRequest open ? open(open, context, facts) : notFound(command);
      case Known known ->
          switch (command) {
            case OpenDataRequest open ->
                Decision.reject(
                    RejectionCode.REQUEST_EXISTS,
                    "A data request "
                        + open.request()
                        + " was opened before; each needs an id of its own.");
            case AcceptDataRequest accept -> accept(known, accept, context, facts);
            case DeclineDataRequest decline -> decline(known, decline, context, facts);
            case DeliverDataRequest deliver -> deliver(known, deliver, context, facts);
            case WithdrawDataRequest withdraw -> withdraw(known, withdraw, context);
          };
    };
  }

  /** The state after an event. */
  static DataRequestState evolve(DataRequestState state, DataRequestEvent event) {
    return switch (event) {
      case DataRequestOpened opened ->
          new Known(opened.domain(), opened.openedBy(), DataRequestStatus.OPEN, null);
      case DataRequestAccepted accepted -> known(state).expected(accepted.expectedBy());
      case DataRequestDeclined _ -> known(state).now(DataRequestStatus.DECLINED);
      case DataRequestDelivered _ -> known(state).now(DataRequestStatus.DELIVERED);
      case DataRequestWithdrawn _ -> known(state).now(DataRequestStatus.WITHDRAWN);
    };
  }

  private static Decision<DataRequestEvent> open(
      OpenDataRequest command, DecisionContext context, DataRequestFacts facts) {
    if (!facts.domainExists()) {
      return Decision.reject(
          RejectionCode.DOMAIN_NOT_FOUND, "No domain " + command.domain() + " is registered.");
    }
    Instant neededBy = command.neededBy();
    if (neededBy != null && neededBy.isBefore(context.now())) {
      return past("neededBy", neededBy);
    }
    return Decision.accept(
        new DataRequestOpened(
            command.request(),
            command.domain(),
            command.title(),
            command.purpose(),
            command.wanted(),
            neededBy,
            context.now(),
            context.actor().subject()));
  }

  private static Decision<DataRequestEvent> accept(
      Known known, AcceptDataRequest command, DecisionContext context, DataRequestFacts facts) {
    if (mayNotAnswer(context, facts)) {
      return Authority.ANSWER_DATA_REQUEST.refuse();
    }
    if (!known.status().isWaiting()) {
      return closed(command.request(), known);
    }
    if (command.expectedBy().equals(known.expectedBy())) {
      return Decision.nothingToDo();
    }
    if (command.expectedBy().isBefore(context.now())) {
      return past("expectedBy", command.expectedBy());
    }
    return Decision.accept(
        new DataRequestAccepted(
            command.request(), command.expectedBy(), context.now(), context.actor().subject()));
  }

  private static Decision<DataRequestEvent> decline(
      Known known, DeclineDataRequest command, DecisionContext context, DataRequestFacts facts) {
    if (mayNotAnswer(context, facts)) {
      return Authority.ANSWER_DATA_REQUEST.refuse();
    }
    if (!known.status().isWaiting()) {
      return closed(command.request(), known);
    }
    return Decision.accept(
        new DataRequestDeclined(
            command.request(), command.reason(), context.now(), context.actor().subject()));
  }

  private static Decision<DataRequestEvent> deliver(
      Known known, DeliverDataRequest command, DecisionContext context, DataRequestFacts facts) {
    if (mayNotAnswer(context, facts)) {
      return Authority.ANSWER_DATA_REQUEST.refuse();
    }
    if (!known.status().isWaiting()) {
      return closed(command.request(), known);
    }
    if (!command.contract().product().domain().equals(known.domain())) {
      return Decision.reject(
          RejectionCode.REQUEST_OF_ANOTHER_DOMAIN,
          "The request was made to "
              + known.domain()
              + "; "
              + command.contract()
              + " is a contract of another domain.");
    }
    if (!facts.contractPublished()) {
      return Decision.reject(
          RejectionCode.CONTRACT_NOT_FOUND,
          "No version of the contract " + command.contract() + " has been published.");
    }
    return Decision.accept(
        new DataRequestDelivered(
            command.request(), command.contract(), context.now(), context.actor().subject()));
  }

  private static Decision<DataRequestEvent> withdraw(
      Known known, WithdrawDataRequest command, DecisionContext context) {
    if (!Authority.WITHDRAW_DATA_REQUEST.permits(context.actor(), Set.of(known.openedBy()))) {
      return Authority.WITHDRAW_DATA_REQUEST.refuse();
    }
    return switch (known.status()) {
      case OPEN, ACCEPTED ->
          Decision.accept(
              new DataRequestWithdrawn(
                  command.request(), context.now(), context.actor().subject()));
      case WITHDRAWN -> Decision.nothingToDo();
      case DECLINED, DELIVERED -> closed(command.request(), known);
    };
  }

  private static boolean mayNotAnswer(DecisionContext context, DataRequestFacts facts) {
    Subject caller = context.actor().subject();
    return !Authority.ANSWER_DATA_REQUEST.permits(
        context.actor(), facts.answersForDomain() ? Set.of(caller) : Set.of());
  }

  private static Decision<DataRequestEvent> notFound(DataRequestCommand command) {
    return Decision.reject(
        RejectionCode.REQUEST_NOT_FOUND, "No data request " + command.request() + " was opened.");
  }

  private static Decision<DataRequestEvent> closed(DataRequestId request, Known known) {
    return Decision.reject(
        RejectionCode.REQUEST_CLOSED,
        "The data request "
            + request
            + " was "
            + known.status().name().toLowerCase(Locale.ROOT)
            + ".");
  }

  private static Decision<DataRequestEvent> past(String field, Instant day) {
    return Decision.reject(
        RejectionCode.REQUEST_DATE_PAST, field + " is " + day + ", which has passed.");
  }

  private static Known known(DataRequestState state) {
    return switch (state) {
      case Known known -> known;
      case Unopened() ->
          throw new IllegalStateException("The stream does not begin with request.opened");
    };
  }
}
