package io.concordat.server.assessment;

import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.Waiver;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Judges a contract again when a waiver of it has ended. Where the waiver still holds, since the
 * clock was set back meanwhile, the appointment stays and is tried again.
 */
@Component
class WaiverEnd implements DeadlineHandler {

  static final String TASK = "assess-at-end-of-waiver";

  private static final char BETWEEN = '#';

  private final Assessor assessor;
  private final PolicySets sets;
  private final Clock clock;

  WaiverEnd(Assessor assessor, PolicySets sets, Clock clock) {
    this.assessor = assessor;
    this.sets = sets;
    this.clock = clock;
  }

  static String id(Waiver waiver) {
    return waiver.contract() + BETWEEN + waiver.id();
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    int between = id.lastIndexOf(BETWEEN);
    if (holds(id.substring(between + 1))) {
      throw new IllegalStateException("The waiver " + id + " has not ended yet");
    }
    assessor.assess(new ContractId(id.substring(0, between)));
  }

  private boolean holds(String waiver) {
    Instant now = clock.instant();
    return sets.current().at(now).filter(set -> set.waives(waiver, now)).isPresent();
  }
}
