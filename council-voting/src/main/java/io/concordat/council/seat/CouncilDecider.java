package io.concordat.council.seat;

import io.concordat.council.policyset.PolicySetDecider;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides the founding of the council and who holds its seats. Pure. */
final class CouncilDecider {

  private CouncilDecider() {}

  /**
   * The founding; a second one changes nothing.
   *
   * @param problems what the compiler says of the command's policies
   * @throws InvalidValue where the rules' shortest round is not positive or exceeds the longest
   */
  static Decision<CouncilEvent> decide(
      CouncilState state, FoundCouncil command, List<String> problems, DecisionContext context) {
    if (!maySeat(context.actor())) {
      return notAllowed("found the council");
    }
    if (state.founded()) {
      return Decision.nothingToDo();
    }
    if (!problems.isEmpty()) {
      return new Decision.Rejected<>(PolicySetDecider.doesNotCompile(problems));
    }
    return Decision.accept(new CouncilFounded(sane(command.rules()), context.now()));
  }

  /**
   * The appointment of a representative; the present one a second time changes nothing.
   *
   * @param domainExists whether the command's domain is registered
   */
  static Decision<CouncilEvent> decide(
      CouncilState state,
      AppointRepresentative command,
      boolean domainExists,
      DecisionContext context) {
    if (!maySeat(context.actor())) {
      return notAllowed("appoint a representative");
    }
    if (!state.founded()) {
      return Decision.reject(
          RejectionCode.NOT_ALLOWED, "The council has no seats before it is founded.");
    }
    if (!domainExists) {
      return Decision.reject(
          RejectionCode.DOMAIN_NOT_FOUND, "No domain '" + command.domain() + "' is registered.");
    }
    Optional<Subject> holder = state.representativeOf(command.domain());
    if (holder.filter(command.representative()::equals).isPresent()) {
      return Decision.nothingToDo();
    }
    Optional<DomainId> otherSeat = state.seatOf(command.representative());
    if (otherSeat.isPresent()) {
      return Decision.reject(
          RejectionCode.REPRESENTS_ANOTHER_DOMAIN,
          "'%s' represents '%s'; a person represents one domain only."
              .formatted(command.representative(), otherSeat.get()));
    }
    Optional<DomainId> delegateOf =
        state.delegateElsewhere(
            command.representative(), command.domain(), context.now(), Instant.MAX);
    if (delegateOf.isPresent()) {
      return Decision.reject(
          RejectionCode.REPRESENTS_ANOTHER_DOMAIN,
          "'%s' is a delegate of '%s'; a person represents one domain only."
              .formatted(command.representative(), delegateOf.get()));
    }
    if (holder.filter(present -> !present.equals(command.replaces())).isPresent()) {
      return Decision.reject(
          RejectionCode.SEAT_TAKEN,
          command.replaces() == null
              ? "'%s' has a representative; name who is replaced.".formatted(command.domain())
              : "'%s' is represented by someone else than '%s'."
                  .formatted(command.domain(), command.replaces()));
    }
    return Decision.accept(
        new RepresentativeAppointed(
            command.domain(), command.representative(), holder.orElse(null), context.now()));
  }

  /**
   * Other rules, by an adopted proposal.
   *
   * @param wished from when the proposal asks to be in force; null or past: at once
   */
  static Decision<CouncilEvent> changeRules(
      CouncilState state,
      ProposalId proposal,
      CouncilRules rules,
      @Nullable Instant wished,
      DecisionContext context) {
    Optional<Rejection> obstacle = CouncilRuleBounds.obstacle(rules, state.seatedDomains().size());
    if (obstacle.isPresent()) {
      return new Decision.Rejected<>(obstacle.get());
    }
    Instant from = wished != null && wished.isAfter(context.now()) ? wished : context.now();
    return Decision.accept(new CouncilRulesChanged(rules, proposal, from, context.now()));
  }

  /** Who may found the council and appoint: governance engineers and the service itself. */
  static boolean maySeat(Actor actor) {
    return actor.has(Role.GOVERNANCE_ENGINEER) || actor.has(Role.SYSTEM);
  }

  private static CouncilRules sane(CouncilRules rules) {
    if (!rules.shortestRound().isPositive()) {
      throw new InvalidValue("shortestRound", "must be longer than nothing");
    }
    if (rules.longestRound().compareTo(rules.shortestRound()) < 0) {
      throw new InvalidValue("longestRound", "must not be shorter than the shortest round");
    }
    return rules;
  }

  private static Decision<CouncilEvent> notAllowed(String what) {
    return Decision.reject(
        RejectionCode.NOT_ALLOWED, "Only a governance engineer may " + what + ".");
  }
}
