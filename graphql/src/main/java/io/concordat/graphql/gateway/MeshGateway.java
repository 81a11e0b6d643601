package io.concordat.graphql.gateway;

import io.concordat.messages.Command;
import io.concordat.messages.Query;
import io.concordat.messages.decision.Actor;
import java.util.UUID;

/** The service as GraphQL sees it: something that can be asked and told. Both calls block. */
public interface MeshGateway {

  /** Answers a question from the read side. */
  <R> R ask(Query<R> query);

  /**
   * Carries a command out and waits, up to a bound, until the read side shows what came of it.
   *
   * @throws io.concordat.messages.decision.CommandRejected where the domain says no
   */
  Written tell(Command command, Actor actor, Terms terms);

  /** A new UUID, version 7. */
  UUID newId();
}
