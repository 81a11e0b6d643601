package io.concordat.graphql.council;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.LiveChanges;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Written;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Command;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.DraftProposal;
import io.concordat.messages.council.EditDraft;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.FindVoice;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.OpenDraft;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Proposals: read, opened, revised, voted on, watched. */
@Controller
class ProposalController {

  private final MeshGateway mesh;
  private final LiveChanges changes;
  private final Mutations mutations;

  ProposalController(MeshGateway mesh, LiveChanges changes, Mutations mutations) {
    this.mesh = mesh;
    this.changes = changes;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable ProposalView proposal(@Argument String id, Authentication caller) {
    return find(ProposalId.of(id), voice(caller));
  }

  @QueryMapping
  Connection<ProposalView> proposals(
      @Argument @Nullable List<ProposalStatus> status,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before,
      Authentication caller) {
    Set<ProposalStatus> statuses = status == null ? Set.of() : Set.copyOf(status);
    return Connections.of(
        mesh.ask(
            new ListProposals(
                statuses,
                statuses.contains(ProposalStatus.DRAFT) ? voice(caller) : null,
                Connections.request(first, after, last, before))));
  }

  @SubscriptionMapping
  Flux<ProposalView> proposalChanged(@Argument @Nullable String id) {
    ProposalId only = id == null ? null : ProposalId.of(id);
    return changes
        .proposals()
        .filter(changed -> only == null || changed.equals(only))
        .concatMap(changed ->
            Mono.fromCallable(() -> find(changed, null)).subscribeOn(Schedulers.boundedElastic()));
  }

  @MutationMapping
  ProposalPayload openProposal(@Argument OpenProposalInput input, Authentication caller) {
    Reading reading = new Reading();
    ProposalId id = new ProposalId(mesh.newId());
    Supplier<ProposedChange> change = reading.field("change", () -> input.change().proposed(id));
    return run(
        caller,
        input,
        reading,
        () ->
            new OpenProposal(
                id, input.title(), input.rationale(), change.get(), input.effectiveFrom()));
  }

  @MutationMapping
  ProposalPayload draftProposal(@Argument OpenProposalInput input, Authentication caller) {
    Reading reading = new Reading();
    ProposalId id = new ProposalId(mesh.newId());
    Supplier<ProposedChange> change = reading.field("change", () -> input.change().proposed(id));
    return run(
        caller,
        input,
        reading,
        () ->
            new DraftProposal(
                id, input.title(), input.rationale(), change.get(), input.effectiveFrom()));
  }

  @MutationMapping
  ProposalPayload editDraft(@Argument EditDraftInput input, Authentication caller) {
    return on(
        caller,
        input,
        input.proposal(),
        reading -> {
          Supplier<ProposedChange> change =
              reading.field(
                  "change", () -> input.change().proposed(ProposalId.of(input.proposal())));
          return id ->
              new EditDraft(
                  id, input.title(), input.rationale(), change.get(), input.effectiveFrom());
        });
  }

  @MutationMapping
  ProposalPayload openDraft(@Argument OpenDraftInput input, Authentication caller) {
    return on(caller, input, input.proposal(), _ -> OpenDraft::new);
  }

  @MutationMapping
  ProposalPayload reviseProposal(@Argument ReviseProposalInput input, Authentication caller) {
    return on(
        caller,
        input,
        input.proposal(),
        reading -> {
          Supplier<ProposedChange> change =
              reading.field(
                  "change", () -> input.change().proposed(ProposalId.of(input.proposal())));
          Supplier<Set<DomainId>> addressed =
              reading.field(
                  "addressed",
                  () -> input.addressed().stream().map(DomainId::new).collect(Collectors.toSet()));
          return id ->
              new ReviseProposal(
                  id, input.title(), input.rationale(), change.get(), addressed.get());
        });
  }

  @MutationMapping
  ProposalPayload startVoting(@Argument StartVotingInput input, Authentication caller) {
    return on(caller, input, input.proposal(), _ -> id -> new StartVoting(id, input.closesAt()));
  }

  @MutationMapping
  ProposalPayload castVote(@Argument CastVoteInput input, Authentication caller) {
    return on(
        caller,
        input,
        input.proposal(),
        _ -> id -> new CastVote(id, input.choice(), input.reason(), input.requestedChange()));
  }

  @MutationMapping
  ProposalPayload withdrawProposal(@Argument WithdrawProposalInput input, Authentication caller) {
    return on(caller, input, input.proposal(), _ -> id -> new WithdrawProposal(id, input.reason()));
  }

  private ProposalPayload on(
      Authentication caller,
      Mutations.MutationInput input,
      String proposal,
      Function<Reading, Function<ProposalId, Command>> read) {
    Reading reading = new Reading();
    Supplier<ProposalId> id = reading.field("proposal", () -> ProposalId.of(proposal));
    Function<ProposalId, Command> command = read.apply(reading);
    return run(caller, input, reading, () -> command.apply(id.get()));
  }

  private ProposalPayload run(
      Authentication caller,
      Mutations.MutationInput input,
      Reading reading,
      Supplier<Command> command) {
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        command,
        written -> written(written, caller),
        errors -> new ProposalPayload(null, null, errors));
  }

  private ProposalPayload written(Written written, Authentication caller) {
    return new ProposalPayload(
        mutations.shown(() -> find(ProposalId.of(written.id()), voice(caller))),
        Receipt.of(written),
        List.of());
  }

  private @Nullable ProposalView find(ProposalId id, @Nullable DomainId draftsOf) {
    return mesh.ask(new FindProposals(Set.of(id), draftsOf)).stream().findFirst().orElse(null);
  }

  private @Nullable DomainId voice(Authentication caller) {
    return mesh.ask(new FindVoice(Caller.of(caller).subject())).map(SeatView::domain).orElse(null);
  }

  record OpenProposalInput(
      String title,
      String rationale,
      PolicyChangeInput change,
      @Nullable Instant effectiveFrom,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record EditDraftInput(
      String proposal,
      String title,
      String rationale,
      PolicyChangeInput change,
      @Nullable Instant effectiveFrom,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record OpenDraftInput(
      String proposal, @Nullable String idempotencyKey, @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ReviseProposalInput(
      String proposal,
      String title,
      String rationale,
      PolicyChangeInput change,
      List<String> addressed,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record StartVotingInput(
      String proposal,
      Instant closesAt,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CastVoteInput(
      String proposal,
      VoteChoice choice,
      @Nullable String reason,
      @Nullable String requestedChange,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record WithdrawProposalInput(
      String proposal,
      @Nullable String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ProposalPayload(
      @Nullable ProposalView proposal, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
