package io.concordat.messages.council;

/** What a domain can say to a proposal. */
public enum VoteChoice {
  CONSENT,
  ABSTAIN,
  OBJECT
}
