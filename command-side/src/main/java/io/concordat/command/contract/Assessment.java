package io.concordat.command.contract;

import io.concordat.command.Authority;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.gate.Judgement;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.PolicySet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what was published before against the rules of now. Each version that is served is judged
 * as it was when it came, compared with the same release before it. It is judged once for each
 * policy set, and again where a waiver that covered a violation has ended. Nothing becomes of the
 * verdict but that it is known.
 */
final class Assessment {

  private Assessment() {}

  static Decision<ContractEvent> decide(
      ContractState state, AssessContract command, DecisionContext context, ContractFacts facts) {
    if (!Authority.ASSESS_CONTRACT.permits(context.actor())) {
      return Authority.ASSESS_CONTRACT.refuse();
    }
    PolicySet set = facts.policies().get();
    List<Version> due =
        state.versions().stream()
            .filter(Version::isServed)
            .filter(version -> !version.judged().holds(set, context.now()))
            .toList();
    if (due.isEmpty()) {
      return Decision.nothingToDo();
    }
    Map<String, String> documents = facts.documents().apply(needed(due));
    List<ContractEvent> events = new ArrayList<>();
    for (Version version : due) {
      Judgement judgement =
          facts
              .gate()
              .judge(
                  command.contract(),
                  document(documents, version.number().toString()),
                  Optional.ofNullable(version.previous())
                      .map(before ->
                          new Judgement.Predecessor(
                              SemanticVersion.of(before), document(documents, before)))
                      .orElse(null));
      events.add(
          new ContractAssessed(
              command.contract(),
              version.number().toString(),
              judgement.verdict(),
              judgement.basis(),
              context.now()));
    }
    return new Decision.Accepted<>(events);
  }

  private static Set<String> needed(List<Version> due) {
    Set<String> needed = new HashSet<>();
    due.forEach(version -> {
      needed.add(version.number().toString());
      Optional.ofNullable(version.previous()).ifPresent(needed::add);
    });
    return needed;
  }

  private static String document(Map<String, String> documents, String version) {
    return Objects.requireNonNull(
        documents.get(version), () -> "a published version has its document: " + version);
  }
}
