package io.concordat.server.assessment;

import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.contract.ContractId;
import org.springframework.stereotype.Component;

/** Judges one contract that could not be judged among all the others. */
@Component
class AssessmentRetry implements DeadlineHandler {

  static final String TASK = "assess-contract-again";

  private final Assessor assessor;

  AssessmentRetry(Assessor assessor) {
    this.assessor = assessor;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    assessor.assess(new ContractId(id));
  }
}
