package io.concordat.graphql.council;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.FindVoice;
import io.concordat.messages.council.ListWaiting;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.policy.FindPolicySet;
import io.concordat.messages.policy.ListSemanticTypes;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** The council, its seats and the policy sets that it made. */
@Controller
class CouncilController {

  private final MeshGateway mesh;

  CouncilController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  CouncilView council() {
    return mesh.ask(new FindCouncil())
        .orElseGet(() -> new CouncilView(CouncilRules.DEFAULT, List.of(), List.of()));
  }

  @SchemaMapping(typeName = "CouncilRules")
  long shortestRoundSeconds(CouncilRules rules) {
    return rules.shortestRound().toSeconds();
  }

  @SchemaMapping(typeName = "CouncilRules")
  long longestRoundSeconds(CouncilRules rules) {
    return rules.longestRound().toSeconds();
  }

  @SchemaMapping(typeName = "Council")
  List<CouncilView.Rules> rulesHistory(CouncilView council) {
    return council.history();
  }

  @SchemaMapping(typeName = "CouncilRulesFrom", field = "proposal")
  @Nullable CompletableFuture<ProposalView> proposalOf(
      CouncilView.Rules rules, DataLoader<ProposalId, ProposalView> proposals) {
    ProposalId proposal = rules.proposal();
    return proposal == null ? null : proposals.load(proposal);
  }

  @SchemaMapping(typeName = "Seat")
  CompletableFuture<DomainView> domain(SeatView seat, DataLoader<DomainId, DomainView> domains) {
    return domains.load(seat.domain());
  }

  @QueryMapping
  Viewer viewer(Authentication caller) {
    Actor actor = Caller.of(caller);
    SeatView seat = mesh.ask(new FindVoice(actor.subject())).orElse(null);
    return new Viewer(
        actor.subject().value(), actor.roles().stream().map(Enum::name).sorted().toList(), seat);
  }

  @SchemaMapping(typeName = "Viewer")
  @Nullable CompletableFuture<DomainView> represents(
      Viewer viewer, DataLoader<DomainId, DomainView> domains) {
    SeatView seat = viewer.seat();
    return seat == null ? null : domains.load(seat.domain());
  }

  @SchemaMapping(typeName = "Viewer")
  List<ProposalView> waitingForMyVote(Viewer viewer) {
    SeatView seat = viewer.seat();
    return seat == null
        ? List.of()
        : mesh.ask(new ListWaiting(seat.domain(), new Subject(viewer.subject())));
  }

  @SchemaMapping(typeName = "Viewer")
  @Nullable Instant delegateUntil(Viewer viewer) {
    SeatView seat = viewer.seat();
    return seat == null
            || seat.delegation() == null
            || seat.representative().value().equals(viewer.subject())
        ? null
        : seat.delegation().until();
  }

  @QueryMapping
  PolicySetView policySet(@Argument @Nullable Integer number, @Argument @Nullable Instant asOf) {
    return mesh.ask(new FindPolicySet(number, asOf))
        .orElseThrow(() ->
            new NoSuchObject(
                RejectionCode.POLICY_SET_NOT_FOUND,
                number == null
                    ? "No policy set was in force at that time."
                    : "There is no policy set number " + number + "."));
  }

  @SchemaMapping(typeName = "PolicySet")
  List<PolicyParameter> parameters(PolicySetView policySet) {
    return policySet.set().parameters();
  }

  @SchemaMapping(typeName = "PolicySet")
  List<Waiver> waivers(PolicySetView policySet) {
    return policySet.set().waivers();
  }

  @SchemaMapping(typeName = "PolicySet")
  int number(PolicySetView view) {
    return view.set().number();
  }

  @SchemaMapping(typeName = "PolicySet")
  Instant effectiveFrom(PolicySetView view) {
    return view.set().effectiveFrom();
  }

  @SchemaMapping(typeName = "PolicySet")
  List<Policy> policies(PolicySetView view) {
    return view.set().policies();
  }

  @SchemaMapping(typeName = "PolicySet")
  List<SemanticType> semanticTypes(PolicySetView view) {
    return view.set().semanticTypes();
  }

  @SchemaMapping(typeName = "PolicySet")
  @Nullable CompletableFuture<ProposalView> proposal(
      PolicySetView view, DataLoader<ProposalId, ProposalView> proposals) {
    ProposalId proposal = view.proposal();
    return proposal == null ? null : proposals.load(proposal);
  }

  @QueryMapping("semanticTypes")
  Connection<SemanticType> listSemanticTypes(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(new ListSemanticTypes(Connections.request(first, after, last, before))));
  }

  record Viewer(String subject, List<String> roles, @Nullable SeatView seat) {}
}
