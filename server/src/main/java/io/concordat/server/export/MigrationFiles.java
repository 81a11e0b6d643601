package io.concordat.server.export;

import static io.concordat.server.export.FileAnswers.problem;
import static io.concordat.server.export.FileAnswers.text;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.migration.FindMigrations;
import io.concordat.messages.migration.ListMigrations;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Calendars and reports of migrations, as files for whoever may read. */
@RestController
class MigrationFiles {

  private static final String ICS = ".ics";
  private static final String REPORT = "/report.md";

  private final MeshGateway mesh;
  private final Clock clock;

  MigrationFiles(MeshGateway mesh, Clock clock) {
    this.mesh = mesh;
    this.clock = clock;
  }

  /** {@code <id>.ics} or {@code <id>/report.md}; an id has slashes of its own. */
  @GetMapping("/api/v1/migrations/{*file}")
  ResponseEntity<?> ofMigration(@PathVariable String file) {
    String path = file.substring(1);
    if (path.endsWith(ICS)) {
      MigrationId id = new MigrationId(path.substring(0, path.length() - ICS.length()));
      MigrationView migration = find(id);
      return migration == null
          ? notFound(id)
          : text(
              FileAnswers.CALENDAR,
              MigrationCalendar.of(id.value(), clock.instant(), List.of(migration)));
    }
    if (path.endsWith(REPORT)) {
      MigrationId id = new MigrationId(path.substring(0, path.length() - REPORT.length()));
      MigrationView migration = find(id);
      return migration == null
          ? notFound(id)
          : text(FileAnswers.MARKDOWN, MigrationReport.of(migration));
    }
    return ResponseEntity.notFound().build();
  }

  /** The open migrations in which a domain takes part, as the producer or with a reader. */
  @GetMapping("/api/v1/domains/{domain}/migrations.ics")
  ResponseEntity<?> ofDomain(@PathVariable String domain) {
    DomainId id = new DomainId(domain);
    if (mesh.ask(new FindDomains(Set.of(id))).isEmpty()) {
      return problem(
          HttpStatus.NOT_FOUND,
          RejectionCode.DOMAIN_NOT_FOUND.name(),
          "No domain " + id + " is registered.");
    }
    return text(
        FileAnswers.CALENDAR,
        MigrationCalendar.of("Migrations of " + id, clock.instant(), openOf(id)));
  }

  private List<MigrationView> openOf(DomainId domain) {
    List<MigrationView> all = new ArrayList<>();
    String after = null;
    do {
      Page<MigrationView> page =
          mesh.ask(
              new ListMigrations(
                  MigrationStatus.OPEN, domain, PageRequest.first(PageRequest.MOST, after)));
      page.entries().forEach(entry -> all.add(entry.node()));
      after = page.hasNextPage() ? page.entries().getLast().cursor() : null;
    } while (after != null);
    return all;
  }

  private @Nullable MigrationView find(MigrationId id) {
    return mesh.ask(new FindMigrations(Set.of(id))).stream().findFirst().orElse(null);
  }

  private static ResponseEntity<ProblemDetail> notFound(MigrationId id) {
    return problem(
        HttpStatus.NOT_FOUND,
        RejectionCode.MIGRATION_NOT_FOUND.name(),
        "No migration " + id + " was opened.");
  }
}
