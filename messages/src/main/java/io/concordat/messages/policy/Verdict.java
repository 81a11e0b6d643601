package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of one document under one policy set.
 *
 * @param policySet number of the policy set that judged
 * @param violations all of them, in document order; warnings and waived ones too
 */
public record Verdict(int policySet, List<Violation> violations) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  /** True where nothing blocks; warnings and waived violations may be there. */
  @JsonIgnore
  public boolean passed() {
    return violations.stream().noneMatch(Violation::blocks);
  }

  /** Ids of the waivers that cover a violation, sorted. */
  public List<String> waivers() {
    return violations.stream()
        .flatMap(violation -> Optional.ofNullable(violation.waiver()).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
