package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the council can be asked to decide: a change of the policy set, or of its own rules. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PolicyChange.class),
  @JsonSubTypes.Type(value = CouncilRuleChange.class, name = "change-council-rules")
})
public sealed interface ProposedChange permits PolicyChange, CouncilRuleChange {

  /** Id or name of what is added, changed, retired, granted or revoked. */
  String subject();
}
