package io.concordat.command.contract;

import io.concordat.command.Callers;
import io.concordat.command.FakeMesh;
import io.concordat.command.PolicySetInForce;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents of {@link FakeMesh#DAILY}, and the one rule by which they are judged. */
final class Documents {

  /** The seventh policy set: a contract is active, and better has a name. */
  static final CompiledPolicySet POLICIES =
      CompiledPolicySet.compile(
          new PolicySet(
              7,
              Callers.NOW,
              List.of(
                  policy("is-active", Severity.ERROR, "contract.status == 'active'"),
                  policy("is-named", Severity.WARNING, "contract.name != ''")),
              List.of()));

  /** The same at any time. */
  static final PolicySetInForce IN_FORCE = instant -> POLICIES;

  private Documents() {}

  /** Passes the gate, with a warning. */
  static String active(String version) {
    return document(version, "active");
  }

  /** Does not pass the gate: line 5 breaks a policy. */
  static String draft(String version) {
    return document(version, "draft");
  }

  /** Passes the gate where the notice period can be read. */
  static String withNotice(String version, String notice) {
    return active(version)
        + """
        customProperties:
          - property: team-slack
            value: "#settlements"
          - property: noticePeriod
            value: %s
        """
            .formatted(notice);
  }

  /** Submits a document of {@link FakeMesh#DAILY}. */
  static PublishContractVersion submission(String document) {
    return new PublishContractVersion(FakeMesh.DAILY, document);
  }

  /** What is said of a document of {@link FakeMesh#DAILY}, compared with another one. */
  static Judgement judge(
      ContractId contract, String document, Judgement.@Nullable Predecessor previous) {
    return Judgement.of(
        contract.value(), document, previous, Callers.NOW, POLICIES, upstream -> Optional.empty());
  }

  /** Others say that the owner of the settlements publishes, and that a gate says the rest. */
  static ContractFacts facts(ContractFacts.GateOfTheMoment gate) {
    return new ContractFacts(
        FakeMesh.ANSWERS_FOR_SETTLEMENTS, gate, POLICIES::policySet, versions -> Map.of());
  }

  private static String document(String version, String status) {
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: payments/settlements/daily
    version: %s
    status: %s
    """
        .formatted(version, status);
  }

  static Policy policy(String id, Severity severity, String expression) {
    return new Policy(
        id,
        id,
        PolicyFamily.OTHER,
        PolicyScope.CONTRACT,
        severity,
        expression,
        "The contract is not as it should be.",
        "For tests.");
  }
}
