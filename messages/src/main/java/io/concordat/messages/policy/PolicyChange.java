package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a proposal would change in the policy set. Each part of a set is changed by the kinds that
 * name it and stays as it is under all others.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PolicyChange.AddPolicy.class, name = "add-policy"),
  @JsonSubTypes.Type(value = PolicyChange.ChangePolicy.class, name = "change-policy"),
  @JsonSubTypes.Type(value = PolicyChange.RetirePolicy.class, name = "retire-policy"),
  @JsonSubTypes.Type(value = PolicyChange.AddSemanticType.class, name = "add-semantic-type"),
  @JsonSubTypes.Type(value = PolicyChange.ChangeSemanticType.class, name = "change-semantic-type"),
  @JsonSubTypes.Type(value = PolicyChange.RetireSemanticType.class, name = "retire-semantic-type"),
  @JsonSubTypes.Type(value = PolicyChange.AddParameter.class, name = "add-parameter"),
  @JsonSubTypes.Type(value = PolicyChange.ChangeParameter.class, name = "change-parameter"),
  @JsonSubTypes.Type(value = PolicyChange.GrantWaiver.class, name = "grant-waiver"),
  @JsonSubTypes.Type(value = PolicyChange.RevokeWaiver.class, name = "revoke-waiver")
})
public sealed interface PolicyChange extends ProposedChange {

  /** The policies after the change, sorted by id. */
  default List<Policy> applyTo(List<Policy> policies) {
    return switch (this) {
      case AddPolicy add -> put(policies, Policy::id, add.policy());
      case ChangePolicy changed -> put(policies, Policy::id, changed.policy());
      case RetirePolicy retired -> without(policies, Policy::id, retired.policyId());
      case AddSemanticType _,
          ChangeSemanticType _,
          RetireSemanticType _,
          AddParameter _,
          ChangeParameter _,
          GrantWaiver _,
          RevokeWaiver _ ->
          policies;
    };
  }

  /** The semantic types after the change, sorted by name. */
  default List<SemanticType> applyToTypes(List<SemanticType> types) {
    return switch (this) {
      case AddSemanticType add -> put(types, SemanticType::name, add.semanticType());
      case ChangeSemanticType changed -> put(types, SemanticType::name, changed.semanticType());
      case RetireSemanticType retired -> without(types, SemanticType::name, retired.name());
      case AddPolicy _,
          ChangePolicy _,
          RetirePolicy _,
          AddParameter _,
          ChangeParameter _,
          GrantWaiver _,
          RevokeWaiver _ ->
          types;
    };
  }

  /** The parameters after the change, sorted by name; an unknown or unfit value changes none. */
  default List<PolicyParameter> applyToParameters(List<PolicyParameter> parameters) {
    return switch (this) {
      case AddParameter add -> put(parameters, PolicyParameter::name, add.parameter());
      case ChangeParameter changed ->
          parameters.stream()
              .map(parameter ->
                  parameter.name().equals(changed.name()) && parameter.admits(changed.value())
                      ? parameter.with(changed.value())
                      : parameter)
              .toList();
      case AddPolicy _,
          ChangePolicy _,
          RetirePolicy _,
          AddSemanticType _,
          ChangeSemanticType _,
          RetireSemanticType _,
          GrantWaiver _,
          RevokeWaiver _ ->
          parameters;
    };
  }

  /** The waivers after the change, sorted by id. */
  default List<Waiver> applyToWaivers(List<Waiver> waivers) {
    return switch (this) {
      case GrantWaiver granted -> put(waivers, Waiver::id, granted.waiver());
      case RevokeWaiver revoked -> without(waivers, Waiver::id, revoked.id());
      case AddPolicy _,
          ChangePolicy _,
          RetirePolicy _,
          AddSemanticType _,
          ChangeSemanticType _,
          RetireSemanticType _,
          AddParameter _,
          ChangeParameter _ ->
          waivers;
    };
  }

  private static <T> List<T> put(List<T> entries, Function<T, String> name, T entry) {
    return changed(entries, name, byName -> byName.put(name.apply(entry), entry));
  }

  private static <T> List<T> without(List<T> entries, Function<T, String> name, String gone) {
    return changed(entries, name, byName -> byName.remove(gone));
  }

  private static <T> List<T> changed(
      List<T> entries, Function<T, String> name, Consumer<TreeMap<String, T>> change) {
    TreeMap<String, T> byName = new TreeMap<>();
    entries.forEach(entry -> byName.put(name.apply(entry), entry));
    change.accept(byName);
    return List.copyOf(byName.values());
  }

  /** Adds a policy whose id is not in the set. */
  record AddPolicy(Policy policy) implements PolicyChange {
    @Override
    public String subject() {
      return policy.id();
    }
  }

  /** Replaces the policy of the same id. */
  record ChangePolicy(Policy policy) implements PolicyChange {
    @Override
    public String subject() {
      return policy.id();
    }
  }

  /** Takes a policy out of the set. */
  record RetirePolicy(String policyId) implements PolicyChange {
    @Override
    public String subject() {
      return policyId;
    }
  }

  /** Adds a semantic type whose name is not in the registry. */
  record AddSemanticType(SemanticType semanticType) implements PolicyChange {
    @Override
    public String subject() {
      return semanticType.name();
    }
  }

  /** Replaces the semantic type of the same name. */
  record ChangeSemanticType(SemanticType semanticType) implements PolicyChange {
    @Override
    public String subject() {
      return semanticType.name();
    }
  }

  /** Takes a semantic type out of the registry. */
  record RetireSemanticType(String name) implements PolicyChange {
    @Override
    public String subject() {
      return name;
    }
  }

  /** Adds a parameter whose name is not in the set. */
  record AddParameter(PolicyParameter parameter) implements PolicyChange {
    @Override
    public String subject() {
      return parameter.name();
    }
  }

  /**
   * Gives a parameter another value within its bounds.
   *
   * @param value without trailing zeros
   */
  record ChangeParameter(String name, BigDecimal value) implements PolicyChange {

    public ChangeParameter {
      value = PolicyParameter.plain("value", value);
    }

    @Override
    public String subject() {
      return name;
    }
  }

  /** Lets a contract break a policy for a time. */
  record GrantWaiver(Waiver waiver) implements PolicyChange {
    @Override
    public String subject() {
      return waiver.id();
    }
  }

  /** Ends a waiver before its time. */
  record RevokeWaiver(String id) implements PolicyChange {
    @Override
    public String subject() {
      return id;
    }
  }
}
