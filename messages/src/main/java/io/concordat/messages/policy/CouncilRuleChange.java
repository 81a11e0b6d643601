package io.concordat.messages.policy;

import io.concordat.messages.council.CouncilRules;

/**
 * Puts other rules of decision in the place of the council's own.
 *
 * @param rules all of them, also those that stay
 */
public record CouncilRuleChange(CouncilRules rules) implements ProposedChange {

  /** What a council rule change is about, as {@link #subject()} tells it. */
  public static final String SUBJECT = "council-rules";

  @Override
  public String subject() {
    return SUBJECT;
  }
}
