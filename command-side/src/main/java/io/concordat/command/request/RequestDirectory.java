package io.concordat.command.request;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;

/**
 * Port to what other streams of the event store say about who answers for a domain: an answer is as
 * new as the last committed event. Asked on the command's thread; a fault of the store is thrown.
 */
public interface RequestDirectory {

  /**
   * Whether a person is the domain's representative or director, or owns one of its products.
   *
   * @param domain a registered one
   */
  boolean answersFor(DomainId domain, Subject person);
}
