package io.concordat.server.gateway;

import io.concordat.command.ErrorBudgets;
import io.concordat.command.GateQuestions;
import io.concordat.command.MeshDirectory;
import io.concordat.command.ObservedDrift;
import io.concordat.command.PolicySetInForce;
import io.concordat.contract.Digest;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.change.Succession;
import io.concordat.contract.gate.Judgement;
import io.concordat.graphql.gateway.GateCheck;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.FindDocuments;
import io.concordat.messages.contract.SubmissionKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The same gate, policy set and directory that a publication would meet. Which versions there are,
 * and which is the latest release, is what the read side shows.
 */
@Component
class PublishedGate implements GateCheck {

  private final PolicySetInForce policies;
  private final MeshDirectory directory;
  private final ObservedDrift observed;
  private final ErrorBudgets budgets;
  private final MeshGateway mesh;
  private final Clock clock;

  PublishedGate(
      PolicySetInForce policies,
      MeshDirectory directory,
      ObservedDrift observed,
      ErrorBudgets budgets,
      MeshGateway mesh,
      Clock clock) {
    this.policies = policies;
    this.directory = directory;
    this.observed = observed;
    this.budgets = budgets;
    this.mesh = mesh;
    this.clock = clock;
  }

  @Override
  public Checked check(ContractId contract, String document) {
    List<ContractVersionView> versions =
        mesh.ask(new FindContracts(Set.of(contract), null)).stream()
            .flatMap(found -> found.versions().stream())
            .toList();
    return same(versions, document)
        .map(same -> new Checked(same.verdict(), same.changes(), null))
        .orElseGet(() -> judge(contract, document, versions));
  }

  /** The version that is served with this very document, which is not judged again. */
  private static Optional<ContractVersionView> same(
      List<ContractVersionView> versions, String document) {
    String digest = Digest.sha256(document);
    return versions.stream()
        .filter(version -> version.digest().equals(digest))
        .filter(version -> version.status().isServed())
        .findFirst();
  }

  private Checked judge(ContractId contract, String document, List<ContractVersionView> versions) {
    Instant now = clock.instant();
    Judgement judgement =
        Judgement.of(
            contract.value(),
            document,
            latestRelease(versions).map(this::predecessor).orElse(null),
            now,
            policies.at(now),
            new GateQuestions(directory, observed, budgets));
    return new Checked(
        judgement.verdict(),
        judgement.succession().map(Succession::changes).orElse(List.of()),
        judgement.succession().map(found -> found.suggested().toString()).orElse(null));
  }

  private Judgement.Predecessor predecessor(ContractVersionView latest) {
    SubmissionKey key = new SubmissionKey(latest.contract(), latest.sequence());
    return new Judgement.Predecessor(
        number(latest),
        Objects.requireNonNull(
            mesh.ask(new FindDocuments(Set.of(key))).get(key), "a submission has its document"));
  }

  /** The highest release; while there is none, the highest pre-release. */
  private static Optional<ContractVersionView> latestRelease(List<ContractVersionView> versions) {
    return versions.stream()
        .filter(version -> version.status() != ContractVersionStatus.REJECTED)
        .max(Comparator.comparing(PublishedGate::number, SemanticVersion.BY_RELEASE));
  }

  private static SemanticVersion number(ContractVersionView version) {
    return SemanticVersion.of(version.version());
  }
}
