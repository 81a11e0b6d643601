package io.concordat.server.export;

import static io.concordat.server.export.FileAnswers.problem;
import static io.concordat.server.export.FileAnswers.text;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.mesh.LineageDrawing;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lineage as drawings, as files for whoever may read. */
@RestController
class LineageFiles {

  private static final String DOT = ".dot";
  private static final String MMD = ".mmd";

  private final MeshGateway mesh;

  LineageFiles(MeshGateway mesh) {
    this.mesh = mesh;
  }

  /**
   * {@code <id>.dot} for Graphviz or {@code <id>.mmd} for Mermaid; an id has slashes of its own.
   *
   * @param direction {@code upstream} or {@code downstream}, in any case
   * @param depth 1 to 50
   * @param asOf ISO 8601 with a zone; now where there is none
   */
  @GetMapping("/api/v1/lineage/{*file}")
  ResponseEntity<?> drawing(
      @PathVariable String file,
      @RequestParam(defaultValue = "upstream") String direction,
      @RequestParam(defaultValue = "1") String depth,
      @RequestParam(required = false) @Nullable String asOf) {
    boolean dot = file.endsWith(DOT);
    if (!dot && !file.endsWith(MMD)) {
      return ResponseEntity.notFound().build();
    }
    String id = file.substring(1, file.length() - DOT.length());
    Optional<LineageGraphView> found =
        mesh.ask(new FindLineage(id, way(direction), steps(depth), time(asOf)));
    if (found.isEmpty()) {
      return problem(
          HttpStatus.NOT_FOUND,
          RejectionCode.PRODUCT_NOT_FOUND.name(),
          "No data product, contract, consumer, dataset or field has the id '" + id + "'.");
    }
    return dot
        ? text(FileAnswers.GRAPHVIZ, LineageDrawing.dot(found.get()))
        : text(FileAnswers.MERMAID, LineageDrawing.mermaid(found.get()));
  }

  private static LineageDirection way(String direction) {
    return switch (direction.toLowerCase(Locale.ROOT)) {
      case "upstream" -> LineageDirection.UPSTREAM;
      case "downstream" -> LineageDirection.DOWNSTREAM;
      default -> throw new InvalidValue("direction", "must be upstream or downstream");
    };
  }

  private static int steps(String depth) {
    try {
      return Integer.parseInt(depth);
    } catch (NumberFormatException notANumber) {
      throw new InvalidValue("depth", "must be a whole number from 1 to 50");
    }
  }

  private static @Nullable Instant time(@Nullable String asOf) {
    try {
      return asOf == null ? null : Instant.parse(asOf);
    } catch (DateTimeParseException noTime) {
      throw new InvalidValue("asOf", "must be a time such as 2026-10-05T08:00:00Z");
    }
  }
}
