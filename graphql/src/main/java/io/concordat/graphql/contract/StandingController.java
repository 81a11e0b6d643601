package io.concordat.graphql.contract;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.VerdictRecord;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.AssessmentView;
import io.concordat.messages.contract.Conformance;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.ListDrift;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyKey;
import io.concordat.messages.policy.PolicyOriginView;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How contracts stand to the rules, and who decided those. */
@Controller
class StandingController {

  private final MeshGateway mesh;
  private final VerdictRecord record;

  StandingController(MeshGateway mesh, VerdictRecord record) {
    this.mesh = mesh;
    this.record = record;
  }

  @QueryMapping
  Connection<ContractView> driftingContracts(
      @Argument @Nullable String domain,
      @Argument @Nullable String owner,
      @Argument @Nullable Instant asOf,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(
            new ListDrift(
                domain == null ? null : new DomainId(domain),
                owner == null ? null : new Subject(owner),
                asOf,
                Connections.request(first, after, last, before))));
  }

  @QueryMapping
  Recomputed recomputeVerdict(
      @Argument String contract,
      @Argument @Nullable String version,
      @Argument @Nullable Long submission) {
    if ((version == null) == (submission == null)) {
      throw new InvalidValue("version", "or submission is needed, one of both");
    }
    VerdictRecord.Again again = record.judgeAgain(new ContractId(contract), version, submission);
    return new Recomputed(
        contract,
        again.submission(),
        again.stored().policySet(),
        VerdictView.of(again.stored(), List.of(), null),
        VerdictView.of(again.recomputed(), List.of(), null),
        again.stored().equals(again.recomputed()),
        again.basis(),
        again.basisRecorded());
  }

  @SchemaMapping(typeName = "ContractVersion")
  long submission(ContractVersionView version) {
    return version.sequence();
  }

  @SchemaMapping(typeName = "ContractVersion")
  @Nullable Conformance standing(ContractVersionView version) {
    return version.conformance();
  }

  @SchemaMapping(typeName = "ContractVersion")
  @Nullable Assessed assessment(ContractVersionView version) {
    AssessmentView assessment = version.assessment();
    return assessment == null
        ? null
        : new Assessed(
            new SubmissionKey(version.contract(), assessment.sequence()),
            assessment.policySet(),
            assessment.assessedAt(),
            !assessment.blocked());
  }

  @SchemaMapping(typeName = "ContractVersion")
  CompletableFuture<List<Waiver>> waivers(
      ContractVersionView version, DataLoader<Integer, PolicySetView> sets) {
    List<String> ids = version.waivers();
    AssessmentView assessment = version.assessment();
    int set = assessment == null ? version.verdict().policySet() : assessment.policySet();
    return ids.isEmpty()
        ? CompletableFuture.completedFuture(List.of())
        : sets.load(set)
            .thenApply(found ->
                found.set().waivers().stream()
                    .filter(waiver -> ids.contains(waiver.id()))
                    .toList());
  }

  @SchemaMapping(typeName = "Assessment")
  CompletableFuture<List<ViolationView>> violations(
      Assessed assessment, DataLoader<SubmissionKey, Verdict> verdicts) {
    return verdicts.load(assessment.key()).thenApply(ViolationView::of);
  }

  @SchemaMapping(typeName = "Violation")
  @Nullable CompletableFuture<Waiver> waivedBy(
      ViolationView violation, DataLoader<Integer, PolicySetView> sets) {
    String id = violation.waiver();
    return id == null
        ? null
        : sets.load(violation.policySet())
            .thenApply(found ->
                found.set().waivers().stream()
                    .filter(waiver -> waiver.id().equals(id))
                    .findFirst()
                    .orElseThrow());
  }

  @SchemaMapping(typeName = "Violation")
  CompletableFuture<PolicyOriginView> decidedBy(
      ViolationView violation, DataLoader<PolicyKey, PolicyOriginView> origins) {
    return origins.load(new PolicyKey(violation.policySet(), violation.policy()));
  }

  @SchemaMapping(typeName = "PolicyOrigin")
  @Nullable CompletableFuture<ProposalView> proposal(
      PolicyOriginView origin, DataLoader<ProposalId, ProposalView> proposals) {
    ProposalId proposal = origin.proposal();
    return proposal == null ? null : proposals.load(proposal);
  }

  record Assessed(SubmissionKey key, int policySet, Instant assessedAt, boolean passed) {}

  record Recomputed(
      String contract,
      long submission,
      int policySet,
      VerdictView stored,
      VerdictView recomputed,
      boolean equal,
      VerdictBasis basis,
      boolean basisRecorded) {}
}
