package io.concordat.command.request;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.request.DeliverDataRequest;
import io.concordat.messages.request.OpenDataRequest;

/**
 * What other streams say about a data request, as far as a command needs it.
 *
 * @param domainExists whether the domain that is asked is registered
 * @param answersForDomain whether the caller answers for the domain that was asked
 * @param contractPublished whether the contract that answers it was ever published
 */
record DataRequestFacts(boolean domainExists, boolean answersForDomain, boolean contractPublished) {

  /** For what the person who asked says. */
  static final DataRequestFacts NONE = new DataRequestFacts(false, false, false);

  /** Asks about a request that is to be opened. */
  static DataRequestFacts of(OpenDataRequest command, MeshDirectory mesh) {
    return new DataRequestFacts(mesh.domainExists(command.domain()), false, false);
  }

  /** Asks about an answer of the domain. */
  static DataRequestFacts ofAnswer(
      DataRequestState state, DecisionContext context, RequestDirectory directory) {
    return switch (state) {
      case DataRequestState.Unopened() -> NONE;
      case DataRequestState.Known known ->
          new DataRequestFacts(
              true, directory.answersFor(known.domain(), context.actor().subject()), false);
    };
  }

  /** Asks about a delivery. */
  static DataRequestFacts ofDelivery(
      DataRequestState state,
      DeliverDataRequest command,
      DecisionContext context,
      RequestDirectory directory,
      MeshDirectory mesh) {
    DataRequestFacts answer = ofAnswer(state, context, directory);
    return new DataRequestFacts(
        answer.domainExists(),
        answer.answersForDomain(),
        mesh.contractPublished(command.contract()));
  }
}
