package io.concordat.messages.council;

/** Where a proposal stands. */
public enum ProposalStatus {
  DRAFT(false),
  DISCUSSION(false),
  VOTING(false),
  ADOPTED(true),
  SENT_BACK(false),
  LAPSED(true),
  WITHDRAWN(true);

  private final boolean ended;

  ProposalStatus(boolean ended) {
    this.ended = ended;
  }

  /** Whether nothing can happen to the proposal any more. */
  public boolean ended() {
    return ended;
  }
}
