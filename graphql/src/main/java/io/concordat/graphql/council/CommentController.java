package io.concordat.graphql.council;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Command;
import io.concordat.messages.council.AddComment;
import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.CommentView;
import io.concordat.messages.council.EditComment;
import io.concordat.messages.council.FindComment;
import io.concordat.messages.council.ListComments;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** What is said about proposals. */
@Controller
class CommentController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  CommentController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @SchemaMapping(typeName = "Proposal")
  Connection<CommentView> comments(
      ProposalView proposal,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(new ListComments(proposal.id(), Connections.request(first, after, last, before))));
  }

  @SchemaMapping(typeName = "Proposal")
  String rationaleHtml(ProposalView proposal) {
    return SafeMarkdown.html(proposal.current().rationale());
  }

  @SchemaMapping(typeName = "Comment")
  @Nullable CompletableFuture<DomainView> domain(
      CommentView comment, DataLoader<DomainId, DomainView> domains) {
    DomainId domain = comment.domain();
    return domain == null ? null : domains.load(domain);
  }

  @SchemaMapping(typeName = "Comment")
  String body(CommentView comment) {
    return comment.texts().getLast().body();
  }

  @SchemaMapping(typeName = "Comment")
  String bodyHtml(CommentView comment) {
    return SafeMarkdown.html(body(comment));
  }

  @SchemaMapping(typeName = "Comment")
  Instant commentedAt(CommentView comment) {
    return comment.texts().getFirst().at();
  }

  @SchemaMapping(typeName = "Comment")
  @Nullable Instant editedAt(CommentView comment) {
    return comment.texts().size() == 1 ? null : comment.texts().getLast().at();
  }

  @MutationMapping
  CommentPayload addComment(@Argument AddCommentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProposalId> proposal =
        reading.field("proposal", () -> ProposalId.of(input.proposal()));
    Supplier<@Nullable CommentId> parent =
        reading.optional("parent", input.parent(), CommentId::of);
    CommentId id = new CommentId(mesh.newId());
    return run(
        caller,
        input,
        reading,
        id,
        () -> new AddComment(proposal.get(), id, parent.get(), input.body()));
  }

  @MutationMapping
  CommentPayload editComment(@Argument EditCommentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProposalId> proposal =
        reading.field("proposal", () -> ProposalId.of(input.proposal()));
    Supplier<CommentId> comment = reading.field("comment", () -> CommentId.of(input.comment()));
    return run(
        caller,
        input,
        reading,
        null,
        () -> new EditComment(proposal.get(), comment.get(), input.body()));
  }

  private CommentPayload run(
      Authentication caller,
      Mutations.MutationInput input,
      Reading reading,
      @Nullable CommentId fresh,
      Supplier<Command> command) {
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        command,
        written ->
            new CommentPayload(
                mutations.shown(() -> find(fresh, input)), Receipt.of(written), List.of()),
        errors -> new CommentPayload(null, null, errors));
  }

  /** Null where the key repeats an earlier request: what it made has an id of its own. */
  private @Nullable CommentView find(@Nullable CommentId fresh, Mutations.MutationInput input) {
    CommentId id =
        fresh == null && input instanceof EditCommentInput edit
            ? CommentId.of(edit.comment())
            : fresh;
    return id == null ? null : mesh.ask(new FindComment(id)).orElse(null);
  }

  record AddCommentInput(
      String proposal,
      @Nullable String parent,
      String body,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record EditCommentInput(
      String proposal,
      String comment,
      String body,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CommentPayload(
      @Nullable CommentView comment, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
