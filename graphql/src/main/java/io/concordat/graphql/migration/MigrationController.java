package io.concordat.graphql.migration;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Written;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Command;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.migration.AcknowledgeMigration;
import io.concordat.messages.migration.CompleteMigration;
import io.concordat.messages.migration.DeclineExtension;
import io.concordat.messages.migration.FindMigrations;
import io.concordat.messages.migration.GrantExtension;
import io.concordat.messages.migration.ListMigrations;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.RequestExtension;
import io.concordat.messages.migration.StartMigration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Migrations: read, and what is said for a reader or by the producer. */
@Controller
class MigrationController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  MigrationController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable MigrationView migration(@Argument String id) {
    return find(new MigrationId(id));
  }

  @QueryMapping
  Connection<MigrationView> migrations(
      @Argument @Nullable Boolean open,
      @Argument @Nullable String domain,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    MigrationStatus status =
        open == null ? null : open ? MigrationStatus.OPEN : MigrationStatus.CLOSED;
    return Connections.of(
        mesh.ask(
            new ListMigrations(
                status,
                domain == null ? null : new DomainId(domain),
                Connections.request(first, after, last, before))));
  }

  @MutationMapping
  MigrationPayload acknowledgeMigration(@Argument MigrationInput input, Authentication caller) {
    return run(caller, input, AcknowledgeMigration::new);
  }

  @MutationMapping
  MigrationPayload startMigration(@Argument MigrationInput input, Authentication caller) {
    return run(caller, input, StartMigration::new);
  }

  @MutationMapping
  MigrationPayload completeMigration(@Argument MigrationInput input, Authentication caller) {
    return run(caller, input, CompleteMigration::new);
  }

  @MutationMapping
  MigrationPayload requestExtension(@Argument RequestExtensionInput input, Authentication caller) {
    return run(
        caller,
        input,
        (migration, participant) ->
            new RequestExtension(migration, participant, input.until(), input.reason()));
  }

  @MutationMapping
  MigrationPayload grantExtension(@Argument MigrationInput input, Authentication caller) {
    return run(caller, input, GrantExtension::new);
  }

  @MutationMapping
  MigrationPayload declineExtension(@Argument DeclineExtensionInput input, Authentication caller) {
    return run(
        caller,
        input,
        (migration, participant) -> new DeclineExtension(migration, participant, input.reason()));
  }

  private MigrationPayload run(
      Authentication caller,
      OfParticipant input,
      BiFunction<MigrationId, ParticipantId, Command> command) {
    Reading reading = new Reading();
    var migration = reading.field("migration", () -> new MigrationId(input.migration()));
    var participant = reading.field("consumer", () -> new ParticipantId(input.consumer()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> command.apply(migration.get(), participant.get()),
        this::written,
        errors -> new MigrationPayload(null, null, errors));
  }

  private MigrationPayload written(Written written) {
    return new MigrationPayload(
        mutations.shown(() -> find(new MigrationId(written.id()))), Receipt.of(written), List.of());
  }

  private @Nullable MigrationView find(MigrationId id) {
    return mesh.ask(new FindMigrations(Set.of(id))).stream().findFirst().orElse(null);
  }

  /** What every input here names. */
  interface OfParticipant extends Mutations.MutationInput {
    String migration();

    String consumer();
  }

  record MigrationInput(
      String migration,
      String consumer,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements OfParticipant {}

  record RequestExtensionInput(
      String migration,
      String consumer,
      Instant until,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements OfParticipant {}

  record DeclineExtensionInput(
      String migration,
      String consumer,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements OfParticipant {}

  record MigrationPayload(
      @Nullable MigrationView migration, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
