package io.concordat.sample.load;

import io.concordat.sample.api.ConcordatApi;
import io.concordat.sample.compliance.Counts;
import io.concordat.sample.compliance.Window;
import io.concordat.sample.mesh.Documents;
import io.concordat.sample.mesh.Mesh;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Loads a mesh: each stage needs the one before. */
public final class Loader {

  private final ConcordatApi api;
  private final Clock clock;
  private final int months;
  private final int crew;
  private final Consumer<String> progress;

  /**
   * Prepares to load; nothing is sent yet.
   *
   * @param months complete months of compliance before the current one
   * @param crew how many requests are under way at a time
   * @param progress gets lines that tell how far it has come
   */
  public Loader(ConcordatApi api, Clock clock, int months, int crew, Consumer<String> progress) {
    this.api = api;
    this.clock = clock;
    this.months = months;
    this.crew = crew;
    this.progress = progress;
  }

  /**
   * Loads the whole mesh. What is there already stays as it is.
   *
   * @throws Refused where something of it was not taken
   * @throws io.concordat.sample.api.CallFailed where the service could not answer
   */
  public void load(Mesh mesh) {
    Sender sender = new Sender(api);
    try (Crew workers = new Crew(crew, progress)) {
      MeshStages stages = new MeshStages(sender);
      workers.stage("domains", mesh.domains(), stages::register);
      workers.stage("seats", mesh.domains(), stages::seat);
      workers.stage("products", mesh.products(), stages::register);
      workers.stage("contracts", mesh.waves(), _ -> 1, stages::publish);
      workers.stage("consumers", mesh.consumers(), stages::register);
      workers.stage("successors", mesh.successors(), stages::publish);
      List<Window> windows = Window.ended(clock.instant(), months);
      ComplianceStage compliance =
          new ComplianceStage(sender, Counts.of(Documents.file("compliance.yaml")));
      workers.stage(
          "compliance",
          List.of(compliance.pieces(mesh.products(), windows)),
          ComplianceStage.Piece::size,
          compliance::record);
      ScorecardStage scorecards = new ScorecardStage(sender);
      workers.stage(
          "scorecards",
          ScorecardStage.closed(windows, clock.instant()).stream().map(List::of).toList(),
          _ -> 1,
          scorecards::publish);
      workers.stage(
          "proposals",
          Documents.file("council.yaml").list("proposals"),
          new CouncilStage(sender, clock)::bring);
      workers.stage(
          "incidents",
          Documents.file("incidents.yaml").list("incidents"),
          new IncidentStage(sender, mesh)::bring);
      workers.stage(
          "requests",
          Documents.file("requests.yaml").list("requests"),
          new RequestStage(sender, clock, mesh)::bring);
      workers.stage(
          "migrations",
          Documents.file("migrations.yaml").list("migrations"),
          new MigrationStage(sender, mesh)::bring);
    }
  }
}
