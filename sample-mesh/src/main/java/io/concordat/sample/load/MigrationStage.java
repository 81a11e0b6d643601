package io.concordat.sample.load;

import io.concordat.sample.api.Mutation;
import io.concordat.sample.api.Queries;
import io.concordat.sample.api.TryAgain;
import io.concordat.sample.mesh.Mesh;
import io.concordat.sample.mesh.Mesh.Domain;
import io.concordat.sample.mesh.Yaml;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Migrations of {@code migrations.yaml}: what their readers have said. */
final class MigrationStage {

  private final Sender sender;
  private final Map<String, Domain> domains;

  MigrationStage(Sender sender, Mesh mesh) {
    this.sender = sender;
    this.domains =
        mesh.domains().stream().collect(Collectors.toMap(Domain::id, Function.identity()));
  }

  /** Brings the readers of one migration to where the file has them, once it is open. */
  void bring(Yaml migration) {
    String id = migration.text("migration");
    List<String> acknowledged = migration.texts("acknowledged");
    List<String> completed = migration.texts("completed");
    acknowledged.forEach(reader -> say(Mutation.ACKNOWLEDGE_MIGRATION, id, reader));
    completed.forEach(reader -> {
      say(Mutation.ACKNOWLEDGE_MIGRATION, id, reader);
      say(Mutation.COMPLETE_MIGRATION, id, reader);
    });
  }

  private void say(Mutation mutation, String migration, String reader) {
    String speaker = representative(reader);
    awaitReader(speaker, migration, reader);
    sender.send(
        speaker,
        mutation,
        reader + " in the migration " + migration,
        Map.of("migration", migration, "consumer", reader));
  }

  /** A migration is opened soon after the break, not with it. */
  private void awaitReader(String caller, String migration, String reader) {
    sender.ask(
        caller,
        Queries.MIGRATION,
        Map.of("id", migration),
        data -> {
          for (JsonNode participant : data.path("migration").path("participants")) {
            if (participant.path("id").asString("").equals(reader)) {
              return reader;
            }
          }
          throw new TryAgain(reader + " takes no part in " + migration + " yet");
        });
  }

  private String representative(String reader) {
    Domain domain = domains.get(reader.split("[:/]")[0]);
    if (domain == null) {
      throw new IllegalStateException("migrations.yaml names " + reader + " of no domain");
    }
    return domain.representative();
  }
}
