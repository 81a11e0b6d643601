package io.concordat.cli.verdict;

import io.concordat.cli.input.Input;
import io.concordat.cli.report.Level;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The gate without a server. Upstream contracts are taken to exist, as nobody can be asked; which
 * ones is remembered. Safe for many threads.
 */
final class OfflineGate {

  private static final int MOST_NAMED = 10;

  private final CompiledPolicySet policies;
  private final Set<String> trusted = new ConcurrentSkipListSet<>();

  OfflineGate(PolicySet set) {
    this.policies = CompiledPolicySet.compile(set);
  }

  Sheet judge(Input input) {
    if (!(input instanceof Input.Text text)) {
      return Judgement.structure(input);
    }
    Sheet structure = Judgement.structure(text, OdcsReader.read(text.text()), Level.ERROR);
    if (structure.outcome() != Outcome.PASSED || structure.contract() == null) {
      return structure;
    }
    GateResult result =
        Gate.evaluate(
            Submission.first(structure.contract(), text.text(), Instant.now()),
            policies,
            UpstreamLookup.existing(this::trust));
    return Sheet.of(
        text.name(),
        structure.contract(),
        structure.version(),
        Judgement.findings(text.text(), result.verdict().violations()));
  }

  private boolean trust(String contract) {
    trusted.add(contract);
    return true;
  }

  /** What could not be asked, one sentence; empty where nothing was open. */
  Optional<String> unasked() {
    List<String> notes = new ArrayList<>();
    if (!trusted.isEmpty()) {
      notes.add("whether these upstream contracts exist: " + named());
    }
    if (policies.asksDrift()) {
      notes.add("what jobs were seen to do, for which a policy asks");
    }
    if (policies.asksBudget()) {
      notes.add("what is left of error budgets, for which a policy asks");
    }
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of("Not checked, as no server was asked: " + String.join("; ", notes) + ".");
  }

  private String named() {
    String named = String.join(", ", trusted.stream().limit(MOST_NAMED).toList());
    String more =
        trusted.size() > MOST_NAMED ? " and " + (trusted.size() - MOST_NAMED) + " more" : "";
    return named + more;
  }
}
