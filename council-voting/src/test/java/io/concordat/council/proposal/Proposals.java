package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.founded;
import static io.concordat.council.Samples.policy;
import static io.concordat.council.Samples.representative;

import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommand;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A proposal in each of its states, and what can happen to it. */
final class Proposals {

  static final ProposalId ID = ProposalId.of("019a0000-0000-7000-8000-000000000001");
  static final Instant CLOSE = NOON.plus(Duration.ofDays(7));
  static final PolicyChange ADD = new AddPolicy(policy("typed", "true"));
  static final CouncilFacts FACTS =
      new CouncilFacts(
          council(CouncilRules.DEFAULT, "author", "a", "b", "c", "d", "e"),
          founded(OWNED),
          List.of());

  static final ProposalState NONE = new ProposalState.NotOpened();
  static final ProposalState DISCUSSED = after(NONE, opened(ADD, null));
  static final ProposalState VOTING = after(DISCUSSED, started(1));
  static final ProposalState SENT_BACK =
      after(
          VOTING,
          new ProposalSentBack(
              ID, 1, SentBackReason.OBJECTIONS, List.of(domain("a"), domain("b")), NOON));
  static final ProposalState LAPSED = after(VOTING, new ProposalLapsed(ID, 1, 0, 3, CLOSE));
  static final ProposalState WITHDRAWN =
      after(DISCUSSED, new ProposalWithdrawn(ID, 1, null, representative("author"), NOON));
  static final ProposalState ADOPTED = after(VOTING, new ProposalAdopted(ID, 1, 2, CLOSE));

  private Proposals() {}

  static Decision<ProposalEvent> decide(
      ProposalState state, ProposalCommand command, DecisionContext context) {
    return ProposalDecider.decide(state, command, FACTS, context);
  }

  static ProposalState after(ProposalState state, ProposalEvent event) {
    return ProposalState.evolve(state, event);
  }

  static ProposalState objectedBy(String first, String second) {
    return after(after(VOTING, cast(first, VoteChoice.OBJECT)), cast(second, VoteChoice.OBJECT));
  }

  static ProposalOpened opened(PolicyChange change, Instant effectiveFrom) {
    return new ProposalOpened(
        ID,
        domain("author"),
        representative("author"),
        "Title",
        "Because.",
        change,
        effectiveFrom,
        NOON);
  }

  static VotingStarted started(int round) {
    return new VotingStarted(
        ID, round, NOON, CLOSE, CouncilRules.DEFAULT, representative("author"));
  }

  static VoteCast cast(String domain, VoteChoice choice) {
    return new VoteCast(
        ID,
        1,
        domain(domain),
        representative(domain),
        choice,
        "reason of " + domain,
        "change of " + domain,
        NOON);
  }

  static DecisionContext author(Instant now) {
    return asRepresentative("author", now);
  }

  static DecisionContext as(String domain) {
    return asRepresentative(domain, NOON);
  }

  static Set<DomainId> domains(String... ids) {
    return Arrays.stream(ids).map(DomainId::new).collect(Collectors.toSet());
  }
}
