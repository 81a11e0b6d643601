package io.concordat.graphql.council;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.policy.Classification;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.ProposedChange;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Waiver;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change: exactly those fields that the kind asks for. */
record PolicyChangeInput(
    PolicyChangeKind kind,
    @Nullable PolicyInput policy,
    @Nullable String policyId,
    @Nullable SemanticTypeInput semanticType,
    @Nullable PolicyParameterInput parameter,
    @Nullable WaiverInput waiver,
    @Nullable String name,
    @Nullable Double value,
    @Nullable CouncilRulesInput councilRules) {

  /**
   * The change that is meant, of the policy set or of the council's rules; refuses a combination
   * that means nothing.
   *
   * @param proposal that asks for it, which names the waiver that it would grant
   */
  ProposedChange proposed(ProposalId proposal) {
    return kind == PolicyChangeKind.CHANGE_COUNCIL_RULES
        ? new CouncilRuleChange(only(councilRules, "councilRules").read())
        : read(proposal);
  }

  /**
   * The change of the policy set that is meant; refuses a combination that means nothing.
   *
   * @param proposal that asks for it, which names the waiver that it would grant
   */
  PolicyChange read(ProposalId proposal) {
    return switch (kind) {
      case ADD -> new PolicyChange.AddPolicy(only(policy, "policy").read());
      case CHANGE -> new PolicyChange.ChangePolicy(only(policy, "policy").read());
      case RETIRE -> new PolicyChange.RetirePolicy(only(policyId, "policyId"));
      case ADD_SEMANTIC_TYPE ->
          new PolicyChange.AddSemanticType(only(semanticType, "semanticType").read());
      case CHANGE_SEMANTIC_TYPE ->
          new PolicyChange.ChangeSemanticType(only(semanticType, "semanticType").read());
      case RETIRE_SEMANTIC_TYPE -> new PolicyChange.RetireSemanticType(only(name, "name"));
      case ADD_PARAMETER -> new PolicyChange.AddParameter(only(parameter, "parameter").read());
      case CHANGE_PARAMETER -> {
        if (name == null || value == null || given().size() != 2) {
          throw new InvalidValue("change", "of kind CHANGE_PARAMETER needs name and value only");
        }
        yield new PolicyChange.ChangeParameter(name, BigDecimal.valueOf(value));
      }
      case GRANT_WAIVER -> new PolicyChange.GrantWaiver(only(waiver, "waiver").read(proposal));
      case CHANGE_COUNCIL_RULES ->
          throw new InvalidValue("change", "of kind CHANGE_COUNCIL_RULES changes no policy set");
      case REVOKE_WAIVER -> new PolicyChange.RevokeWaiver(only(name, "name"));
    };
  }

  private <T> T only(@Nullable T needed, String field) {
    if (needed == null || given().size() != 1) {
      throw new InvalidValue("change", "of kind " + kind + " needs " + field + " only");
    }
    return needed;
  }

  private List<Object> given() {
    List<Object> given = new ArrayList<>();
    for (@Nullable Object part :
        new @Nullable Object[] {
          policy, policyId, semanticType, parameter, waiver, name, value, councilRules
        }) {
      if (part != null) {
        given.add(part);
      }
    }
    return given;
  }

  record CouncilRulesInput(
      int quorumPercent, int objectionLimit, long shortestRoundSeconds, long longestRoundSeconds) {

    CouncilRules read() {
      return new CouncilRules(
          quorumPercent,
          objectionLimit,
          Duration.ofSeconds(shortestRoundSeconds),
          Duration.ofSeconds(longestRoundSeconds));
    }
  }

  record PolicyInput(
      String id,
      String title,
      PolicyFamily family,
      PolicyScope scope,
      Severity severity,
      String expression,
      String message,
      String documentation,
      List<PolicyExampleInput> examples) {

    Policy read() {
      return new Policy(
          id,
          title,
          family,
          scope,
          severity,
          expression,
          message,
          documentation,
          examples.stream().map(PolicyExampleInput::read).toList());
    }
  }

  record PolicyExampleInput(
      String name, boolean passes, String document, @Nullable String previous) {

    PolicyExample read() {
      return new PolicyExample(name, passes, document, previous);
    }
  }

  record SemanticTypeInput(
      String name,
      String description,
      List<String> logicalTypes,
      @Nullable String pattern,
      @Nullable String unit,
      Classification leastClassification,
      String example,
      List<String> examples,
      @Nullable String ownerDomain) {

    SemanticType read() {
      return new SemanticType(
          name,
          description,
          logicalTypes,
          pattern,
          unit,
          leastClassification,
          example,
          examples,
          ownerDomain);
    }
  }

  record PolicyParameterInput(
      String name, String description, String unit, double value, double least, double most) {

    PolicyParameter read() {
      return new PolicyParameter(
          name,
          description,
          unit,
          BigDecimal.valueOf(value),
          BigDecimal.valueOf(least),
          BigDecimal.valueOf(most));
    }
  }

  record WaiverInput(String policy, String contract, String owner, String reason, Instant until) {

    Waiver read(ProposalId proposal) {
      return new Waiver(proposal.toString(), policy, contract, owner, reason, until);
    }
  }
}
