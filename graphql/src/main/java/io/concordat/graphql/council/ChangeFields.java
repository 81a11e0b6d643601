package io.concordat.graphql.council;

import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.ProposedChange;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Waiver;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What a proposal would change, by its kind. */
@Controller
class ChangeFields {

  @SchemaMapping(typeName = "PolicyChange")
  PolicyChangeKind kind(ProposedChange change) {
    return switch (change) {
      case PolicyChange.AddPolicy _ -> PolicyChangeKind.ADD;
      case PolicyChange.ChangePolicy _ -> PolicyChangeKind.CHANGE;
      case PolicyChange.RetirePolicy _ -> PolicyChangeKind.RETIRE;
      case PolicyChange.AddSemanticType _ -> PolicyChangeKind.ADD_SEMANTIC_TYPE;
      case PolicyChange.ChangeSemanticType _ -> PolicyChangeKind.CHANGE_SEMANTIC_TYPE;
      case PolicyChange.RetireSemanticType _ -> PolicyChangeKind.RETIRE_SEMANTIC_TYPE;
      case PolicyChange.AddParameter _ -> PolicyChangeKind.ADD_PARAMETER;
      case PolicyChange.ChangeParameter _ -> PolicyChangeKind.CHANGE_PARAMETER;
      case PolicyChange.GrantWaiver _ -> PolicyChangeKind.GRANT_WAIVER;
      case PolicyChange.RevokeWaiver _ -> PolicyChangeKind.REVOKE_WAIVER;
      case CouncilRuleChange _ -> PolicyChangeKind.CHANGE_COUNCIL_RULES;
    };
  }

  @SchemaMapping(typeName = "PolicyChange")
  String policyId(ProposedChange change) {
    return change.subject();
  }

  @SchemaMapping(typeName = "PolicyChange")
  @Nullable Policy policy(ProposedChange change) {
    return policyOf(change);
  }

  @SchemaMapping(typeName = "PolicyChange")
  @Nullable SemanticType semanticType(ProposedChange change) {
    return switch (change) {
      case PolicyChange.AddSemanticType add -> add.semanticType();
      case PolicyChange.ChangeSemanticType changed -> changed.semanticType();
      case PolicyChange.AddPolicy _,
          PolicyChange.ChangePolicy _,
          PolicyChange.RetirePolicy _,
          PolicyChange.RetireSemanticType _,
          PolicyChange.AddParameter _,
          PolicyChange.ChangeParameter _,
          PolicyChange.GrantWaiver _,
          PolicyChange.RevokeWaiver _,
          CouncilRuleChange _ ->
          null;
    };
  }

  @SchemaMapping(typeName = "PolicyChange")
  @Nullable PolicyParameter parameter(ProposedChange change) {
    return change instanceof PolicyChange.AddParameter add ? add.parameter() : null;
  }

  @SchemaMapping(typeName = "PolicyChange")
  @Nullable Waiver waiver(ProposedChange change) {
    return change instanceof PolicyChange.GrantWaiver granted ? granted.waiver() : null;
  }

  @SchemaMapping(typeName = "PolicyChange")
  @Nullable BigDecimal value(ProposedChange change) {
    return change instanceof PolicyChange.ChangeParameter changed ? changed.value() : null;
  }

  @SchemaMapping(typeName = "PolicyChange")
  @Nullable CouncilRules councilRules(ProposedChange change) {
    return change instanceof CouncilRuleChange rules ? rules.rules() : null;
  }

  /** The policy that a change would add or put in another's place; null for any other kind. */
  static @Nullable Policy policyOf(ProposedChange change) {
    return switch (change) {
      case PolicyChange.AddPolicy add -> add.policy();
      case PolicyChange.ChangePolicy replace -> replace.policy();
      case PolicyChange.RetirePolicy _,
          PolicyChange.AddSemanticType _,
          PolicyChange.ChangeSemanticType _,
          PolicyChange.RetireSemanticType _,
          PolicyChange.AddParameter _,
          PolicyChange.ChangeParameter _,
          PolicyChange.GrantWaiver _,
          PolicyChange.RevokeWaiver _,
          CouncilRuleChange _ ->
          null;
    };
  }
}
