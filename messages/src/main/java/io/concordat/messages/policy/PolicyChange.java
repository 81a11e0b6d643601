package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.TreeMap;

/** What a proposal would change in the policy set. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PolicyChange.AddPolicy.class, name = "add-policy"),
  @JsonSubTypes.Type(value = PolicyChange.ChangePolicy.class, name = "change-policy"),
  @JsonSubTypes.Type(value = PolicyChange.RetirePolicy.class, name = "retire-policy")
})
public sealed interface PolicyChange {

  /** Id of the policy that is added, changed or retired. */
  String policyId();

  /** The policies after the change, sorted by id. */
  default List<Policy> applyTo(List<Policy> policies) {
    TreeMap<String, Policy> byId = new TreeMap<>();
    policies.forEach(policy -> byId.put(policy.id(), policy));
    switch (this) {
      case AddPolicy add -> byId.put(add.policyId(), add.policy());
      case ChangePolicy changed -> byId.put(changed.policyId(), changed.policy());
      case RetirePolicy retired -> byId.remove(retired.policyId());
    }
    return List.copyOf(byId.values());
  }

  /** Adds a policy whose id is not in the set. */
  record AddPolicy(Policy policy) implements PolicyChange {
    @Override
    public String policyId() {
      return policy.id();
    }
  }

  /** Replaces the policy of the same id. */
  record ChangePolicy(Policy policy) implements PolicyChange {
    @Override
    public String policyId() {
      return policy.id();
    }
  }

  /** Takes a policy out of the set. */
  record RetirePolicy(String policyId) implements PolicyChange {}
}
