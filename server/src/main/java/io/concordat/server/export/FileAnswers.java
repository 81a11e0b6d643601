package io.concordat.server.export;

import io.concordat.graphql.gateway.FaultClassifier;
import io.concordat.messages.InvalidValue;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How files are answered, and how it is told that there is none (RFC 9457). */
@RestControllerAdvice(
    assignableTypes = {MigrationFiles.class, CouncilFiles.class, LineageFiles.class})
class FileAnswers {

  static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
  static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

  static final MediaType GRAPHVIZ = new MediaType("text", "vnd.graphviz", StandardCharsets.UTF_8);
  static final MediaType MERMAID = new MediaType("text", "vnd.mermaid", StandardCharsets.UTF_8);

  private final FaultClassifier faults;

  FileAnswers(FaultClassifier faults) {
    this.faults = faults;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> told(InvalidValue invalid) {
    return problem(
        HttpStatus.BAD_REQUEST, invalid.code(), invalid.field() + " " + invalid.getMessage());
  }

  /** A store that cannot be reached is said to be; anything else is a fault of ours. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> told(RuntimeException failure) {
    return faults
        .unreachableStore(failure)
        .map(store ->
            problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "STORE_UNAVAILABLE",
                store + " cannot be reached at present; try again."))
        .orElseThrow(() -> failure);
  }

  static ResponseEntity<String> text(MediaType type, String body) {
    return ResponseEntity.ok().contentType(type).body(body);
  }

  static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
