package io.concordat.server.assessment;

import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Waiver;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Has published contracts judged again: all of them when a policy set comes into force, at once or
 * on its day, and one where a waiver of it ends. What is due stands as an appointment with the
 * clock, kept by one node of all and taken up again where that node dies; the deciders leave alone
 * what was judged before, so that nothing is judged twice.
 *
 * <p>Never replayed: appointments are kept beside the events.
 */
@Component
@DisallowReplay
@ProcessingGroup(AssessmentKeeper.GROUP)
class AssessmentKeeper {

  /** Permanent name of the processing group. */
  static final String GROUP = "assessments";

  private final Deadlines deadlines;
  private final PolicySets sets;
  private final Assessor assessor;
  private final Clock clock;

  AssessmentKeeper(Deadlines deadlines, PolicySets sets, Assessor assessor, Clock clock) {
    this.deadlines = deadlines;
    this.sets = sets;
    this.assessor = assessor;
    this.clock = clock;
  }

  @EventHandler
  void on(PolicySetChanged event) {
    deadlines.schedule(SetInForce.TASK, Integer.toString(event.number()), event.effectiveFrom());
    if (event.change() instanceof PolicyChange.GrantWaiver(Waiver waiver)) {
      deadlines.schedule(WaiverEnd.TASK, WaiverEnd.id(waiver), waiver.until());
    }
  }

  @EventHandler
  void on(ContractVersionPublished event) {
    Instant now = clock.instant();
    sets.current()
        .at(now)
        .filter(set -> mayHaveMissedItsRound(event.verdict(), set, now))
        .ifPresent(set -> assessor.assess(event.contract()));
  }

  /**
   * A publication that was decided while a set came into force, or just before a waiver ended, may
   * have been stored after the round in which all others were judged.
   */
  static boolean mayHaveMissedItsRound(Verdict verdict, PolicySet inForce, Instant now) {
    return inForce.number() > verdict.policySet()
        || verdict.waivers().stream().anyMatch(waiver -> !inForce.waives(waiver, now));
  }
}
