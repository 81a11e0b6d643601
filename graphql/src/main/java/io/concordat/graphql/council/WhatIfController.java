package io.concordat.graphql.council;

import io.concordat.graphql.Caller;
import io.concordat.graphql.contract.ViolationView;
import io.concordat.graphql.council.PolicyChangeInput.PolicyInput;
import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.WhatIfDesk;
import io.concordat.graphql.gateway.WhatIfDesk.Found;
import io.concordat.graphql.gateway.WhatIfDesk.OfDomain;
import io.concordat.graphql.gateway.WhatIfDesk.Question;
import io.concordat.graphql.gateway.WhatIfDesk.Result;
import io.concordat.graphql.gateway.WhatIfDesk.Run;
import io.concordat.graphql.gateway.WhatIfDesk.Span;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.ProposedChange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** What a rule would do before it is voted on. */
@Controller
class WhatIfController {

  private static final int MOST_MONTHS = 120;

  private final MeshGateway mesh;
  private final WhatIfDesk desk;

  WhatIfController(MeshGateway mesh, WhatIfDesk desk) {
    this.mesh = mesh;
    this.desk = desk;
  }

  @QueryMapping
  Result whatIf(
      @Argument PolicyInput policy,
      @Argument @Nullable Integer months,
      @Argument boolean pastVersions,
      Authentication caller) {
    return desk.result(
        new Question(desk.bringing(policy.read()), span(months, pastVersions), null),
        Caller.of(caller));
  }

  @SchemaMapping(typeName = "Proposal", field = "whatIf")
  Result ofProposal(
      ProposalView proposal,
      @Argument @Nullable Integer months,
      @Argument boolean pastVersions,
      Authentication caller) {
    return desk.result(question(proposal, span(months, pastVersions)), Caller.of(caller));
  }

  @QueryMapping
  @Nullable Run whatIfRun(@Argument String id) {
    return desk.run(id).orElse(null);
  }

  @MutationMapping
  Run startWhatIf(
      @Argument @Nullable PolicyInput policy,
      @Argument @Nullable String proposal,
      @Argument @Nullable Integer months,
      @Argument boolean pastVersions,
      Authentication caller) {
    if ((policy == null) == (proposal == null)) {
      throw new InvalidValue("policy", "or proposal is needed, one of both");
    }
    Span span = span(months, pastVersions);
    return desk.start(
        policy != null
            ? new Question(desk.bringing(policy.read()), span, null)
            : question(found(String.valueOf(proposal)), span),
        Caller.of(caller));
  }

  @MutationMapping
  @Nullable Run cancelWhatIf(@Argument String id, Authentication caller) {
    return desk.cancel(id, Caller.of(caller)).orElse(null);
  }

  private ProposalView found(String proposal) {
    return mesh.ask(new FindProposals(Set.of(ProposalId.of(proposal)))).stream()
        .findFirst()
        .orElseThrow(() ->
            new NoSuchObject(
                RejectionCode.PROPOSAL_NOT_FOUND, "No proposal " + proposal + " was opened."));
  }

  private static Question question(ProposalView proposal, Span span) {
    return new Question(ofPolicies(proposal.current().change()), span, proposal.effectiveFrom());
  }

  private static PolicyChange ofPolicies(ProposedChange change) {
    return switch (change) {
      case PolicyChange policies -> policies;
      case CouncilRuleChange _ ->
          throw new InvalidValue(
              "proposal", "changes the council's own rules: no contract is judged by them");
    };
  }

  private static Span span(@Nullable Integer months, boolean pastVersions) {
    if (months != null && (months < 1 || months > MOST_MONTHS)) {
      throw new InvalidValue("months", "must be between 1 and " + MOST_MONTHS);
    }
    return new Span(pastVersions, months);
  }

  @SchemaMapping(typeName = "WhatIf")
  boolean everyContractFails(Result result) {
    return result.contracts() > 0 && result.failing() == result.contracts();
  }

  @SchemaMapping(typeName = "WhatIf")
  @Nullable String warning(Result result) {
    return everyContractFails(result)
        ? "EVERY CONTRACT FAILS: none of the %d contracts in force would ship under this rule."
            .formatted(result.contracts())
        : null;
  }

  @SchemaMapping(typeName = "WhatIf")
  List<OfRule> violations(Result result, @Argument int first, @Argument @Nullable String domain) {
    if (first < 0) {
      throw new InvalidValue("first", "must not be negative");
    }
    DomainId only = domain == null ? null : new DomainId(domain);
    return result.violations().stream()
        .filter(found -> only == null || found.contract().product().domain().equals(only))
        .limit(first)
        .map(found -> OfRule.of(result.policySet(), found))
        .toList();
  }

  @SchemaMapping(typeName = "WhatIfDomain")
  CompletableFuture<DomainView> domain(OfDomain share, DataLoader<DomainId, DomainView> domains) {
    return domains.load(share.domain());
  }

  record OfRule(String contract, String version, ViolationView violation) {
    static OfRule of(int policySet, Found found) {
      return new OfRule(
          found.contract().value(),
          found.version(),
          ViolationView.of(policySet, found.violation()));
    }
  }
}
