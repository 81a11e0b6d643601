package io.concordat.server.assessment;

import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.deadline.DeadlineHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Judges all published contracts when a policy set comes into force. Where the clock says that its
 * day has not come, since it was set back meanwhile, the appointment stays and is tried again.
 */
@Component
class SetInForce implements DeadlineHandler {

  static final String TASK = "assess-contracts";

  private final Assessor assessor;
  private final PolicySets sets;
  private final Clock clock;

  SetInForce(Assessor assessor, PolicySets sets, Clock clock) {
    this.assessor = assessor;
    this.sets = sets;
    this.clock = clock;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    int number = Integer.parseInt(id);
    if (sets.current().at(clock.instant()).filter(set -> set.number() >= number).isEmpty()) {
      throw new IllegalStateException("Policy set " + number + " is not in force yet");
    }
    assessor.assessAll();
  }
}
