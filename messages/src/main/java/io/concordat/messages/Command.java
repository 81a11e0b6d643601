package io.concordat.messages;

/**
 * A wish to change one aggregate. The caller and the time are not part of it: they come with the
 * {@code DecisionContext} and are never arguments.
 */
public interface Command {

  /**
   * Identifier of the event stream that decides, in the form {@code type:id}, for example {@code
   * contract:payments/settlements/daily}.
   */
  String stream();
}
