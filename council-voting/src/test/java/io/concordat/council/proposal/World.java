package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.founded;
import static io.concordat.council.Samples.policy;
import static io.concordat.council.Samples.representative;

import io.concordat.council.Samples;
import io.concordat.council.policyset.InMemoryPolicySets;
import io.concordat.council.seat.CouncilState;
import io.concordat.council.seat.SeatHistories;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilCommand;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.DelegateSeat;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommand;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VacateSeat;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One proposal among eight domains, lived through step by step. */
final class World {

  static final ProposalId ID = ProposalId.of("019a0000-0000-7000-8000-000000000001");

  /** Something that happens {@code hours} after what happened before. */
  sealed interface Step {
    int hours();

    /** Domain {@code d<domain>} opens the proposal. */
    record Open(int hours, int domain) implements Step {}

    /** It revises the text. */
    record Revise(int hours, int domain) implements Step {}

    /** It starts a ballot of {@code length} hours. */
    record Start(int hours, int domain, int length) implements Step {}

    /** It votes, with one of a few reasons. */
    record Vote(int hours, int domain, VoteChoice choice, int reason) implements Step {}

    /** The clock rings. */
    record Close(int hours) implements Step {}

    /** It withdraws. */
    record Withdraw(int hours, int domain) implements Step {}

    /** Its seat is vacated. */
    record Vacate(int hours, int domain) implements Step {}

    /** Its representative names a delegate for {@code length} hours. */
    record Delegate(int hours, int domain, String person, int length) implements Step {}

    /** Somebody votes, whatever their seat. */
    record VoteAs(int hours, String person, VoteChoice choice) implements Step {}

    /** Its seat is given to somebody, whether it was free or not. */
    record Seat(int hours, int domain, String person) implements Step {}
  }

  /** Events of one command with the council that decided them. */
  record Happened(List<ProposalEvent> events, CouncilState council) {}

  final List<Happened> history = new ArrayList<>();
  final InMemoryPolicySets policySets = new InMemoryPolicySets(founded(OWNED));
  CouncilState council = council(CouncilRules.DEFAULT, "d0", "d1", "d2", "d3", "d4", "d5");
  ProposalState state = new ProposalState.NotOpened();
  private Instant now = NOON;

  World live(List<Step> steps) {
    steps.forEach(this::live);
    return this;
  }

  List<ProposalEvent> events() {
    return history.stream().flatMap(happened -> happened.events().stream()).toList();
  }

  private void live(Step step) {
    now = now.plus(Duration.ofHours(step.hours()));
    PolicyChange change = new AddPolicy(policy("typed", "true"));
    switch (step) {
      case Step.Open(_, int domain) ->
          send(domain, new OpenProposal(ID, "Title", "Because.", change, null));
      case Step.Revise(_, int domain) ->
          send(domain, new ReviseProposal(ID, "Title", "Because.", change, Set.of()));
      case Step.Start(_, int domain, int length) ->
          send(domain, new StartVoting(ID, now.plus(Duration.ofHours(length))));
      case Step.Vote(_, int domain, VoteChoice choice, int reason) ->
          send(domain, new CastVote(ID, choice, "reason " + reason, "change " + reason));
      case Step.Close _ -> send(new DecisionContext(now, Actor.SYSTEM), new CloseVoting(ID));
      case Step.Withdraw(_, int domain) -> send(domain, new WithdrawProposal(ID, null));
      case Step.Seat(_, int domain, String person) -> seat(domain, new Subject(person));
      case Step.Vacate(_, int domain) ->
          tell(new VacateSeat(domain("d" + domain)), Samples.ENGINEER);
      case Step.Delegate(_, int domain, String person, int length) ->
          tell(
              new DelegateSeat(
                  domain("d" + domain),
                  new Subject(person),
                  null,
                  now.plus(Duration.ofHours(length))),
              new Actor(holder(domain), Set.of()));
      case Step.VoteAs(_, String person, VoteChoice choice) ->
          send(
              new DecisionContext(now, new Actor(new Subject(person), Set.of())),
              new CastVote(ID, choice, "reason of " + person, "change of " + person));
    }
  }

  private void seat(int domain, Subject person) {
    tell(
        new AppointRepresentative(
            domain("d" + domain),
            person,
            council.representativeOf(domain("d" + domain)).orElse(null)),
        Samples.ENGINEER);
  }

  private void tell(CouncilCommand command, Actor actor) {
    council = SeatHistories.after(council, command, new DecisionContext(now, actor));
  }

  private Subject holder(int domain) {
    return council.representativeOf(domain("d" + domain)).orElse(representative("d" + domain));
  }

  private void send(int domain, ProposalCommand command) {
    send(new DecisionContext(now, new Actor(holder(domain), Set.of())), command);
  }

  private void send(DecisionContext context, ProposalCommand command) {
    CouncilFacts facts = new CouncilFacts(council, policySets.current(), List.of());
    Decision<ProposalEvent> decision = ProposalDecider.decide(state, command, facts, context);
    if (decision instanceof Decision.Accepted<ProposalEvent>(var events)) {
      history.add(new Happened(events, council));
      for (ProposalEvent event : events) {
        state = ProposalState.evolve(state, event);
        if (event instanceof ProposalAdopted && state instanceof ProposalState.Opened opened) {
          Proposal proposal = opened.proposal();
          policySets.adopt(ID, (PolicyChange) proposal.change(), proposal.effectiveFrom(), context);
        }
      }
    }
  }
}
