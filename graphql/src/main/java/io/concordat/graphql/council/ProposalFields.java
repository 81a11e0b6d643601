package io.concordat.graphql.council;

import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of proposals, rounds and votes that are not simply there. */
@Controller
class ProposalFields {

  @SchemaMapping(typeName = "Proposal")
  String title(ProposalView proposal) {
    return proposal.current().title();
  }

  @SchemaMapping(typeName = "Proposal")
  String rationale(ProposalView proposal) {
    return proposal.current().rationale();
  }

  @SchemaMapping(typeName = "Proposal")
  ProposedChange change(ProposalView proposal) {
    return proposal.current().change();
  }

  @SchemaMapping(typeName = "Proposal", field = "policy")
  @Nullable Policy proposedPolicy(ProposalView proposal) {
    return ChangeFields.policyOf(proposal.current().change());
  }

  @SchemaMapping(typeName = "Proposal")
  CompletableFuture<DomainView> author(
      ProposalView proposal, DataLoader<DomainId, DomainView> domains) {
    return domains.load(proposal.author());
  }

  @SchemaMapping(typeName = "Proposal")
  List<VoteView> votes(ProposalView proposal) {
    return proposal.current().votes().stream()
        .filter(VoteView::standing)
        .sorted(Comparator.comparing(VoteView::castAt).thenComparing(VoteView::domain))
        .toList();
  }

  @SchemaMapping(typeName = "Proposal")
  int consents(ProposalView proposal) {
    return standing(proposal, VoteChoice.CONSENT);
  }

  @SchemaMapping(typeName = "Proposal")
  int abstentions(ProposalView proposal) {
    return standing(proposal, VoteChoice.ABSTAIN);
  }

  @SchemaMapping(typeName = "Proposal")
  int objections(ProposalView proposal) {
    return standing(proposal, VoteChoice.OBJECT);
  }

  private static int standing(ProposalView proposal, VoteChoice choice) {
    return (int)
        proposal.current().votes().stream()
            .filter(vote -> vote.standing() && vote.choice() == choice)
            .count();
  }

  @SchemaMapping(typeName = "Proposal", field = "closesAt")
  @Nullable Instant ballotClosesAt(ProposalView proposal) {
    return switch (proposal.status()) {
      case VOTING -> proposal.current().closesAt();
      case DRAFT, DISCUSSION, ADOPTED, SENT_BACK, LAPSED, WITHDRAWN -> null;
    };
  }

  @SchemaMapping(typeName = "Proposal")
  List<RoundView> history(ProposalView proposal) {
    return proposal.rounds();
  }

  @SchemaMapping(typeName = "Round")
  CompletableFuture<List<DomainView>> addressed(
      RoundView round, DataLoader<DomainId, DomainView> domains) {
    return domains.loadMany(round.addressed());
  }

  @SchemaMapping(typeName = "Vote")
  CompletableFuture<DomainView> domain(VoteView vote, DataLoader<DomainId, DomainView> domains) {
    return domains.load(vote.domain());
  }
}
