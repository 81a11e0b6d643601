package io.concordat.messages.council;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round of a proposal as it is read.
 *
 * @param round from 1
 * @param startedAt when voting started, UTC; null while under discussion
 * @param votes every cast, in order, also those that were changed later
 * @param addressed domains whose objections of the round before the author holds to be addressed
 * @param outcome null while the round goes on
 * @param endedAt UTC; null while the round goes on
 * @param objections that stand, or stood when the round ended, by domain
 * @param before what the round before proposed; null for the first round
 */
public record RoundView(
    int round,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant startedAt,
    @Nullable Instant closesAt,
    List<VoteView> votes,
    List<DomainId> addressed,
    @Nullable RoundOutcome outcome,
    @Nullable Instant endedAt,
    List<ObjectionView> objections,
    @Nullable Text before) {

  /** What a round proposes. */
  public record Text(String title, String rationale, ProposedChange change) {}

  /** What this round proposes. */
  public Text text() {
    return new Text(title, rationale, change);
  }
}
