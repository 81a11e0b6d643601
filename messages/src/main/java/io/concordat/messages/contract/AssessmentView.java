package io.concordat.messages.contract;

import java.time.Instant;
import java.util.List;

/**
 * The latest word on a published version by rules that came after it, without the violations.
 *
 * @param sequence sequence number of the event in the contract's stream; with the contract it names
 *     the assessment
 * @param policySet number of the set that judged
 * @param assessedAt UTC
 * @param blocked whether the version would not ship today
 * @param waivers ids of those that kept a violation from blocking, sorted
 */
public record AssessmentView(
    long sequence, int policySet, Instant assessedAt, boolean blocked, List<String> waivers) {

  public AssessmentView {
    waivers = List.copyOf(waivers);
  }
}
