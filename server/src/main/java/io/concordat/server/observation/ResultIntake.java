package io.concordat.server.observation;

import io.concordat.graphql.Caller;
import io.concordat.messages.decision.Actor;
import io.concordat.observation.evaluation.ObservationReader;
import io.concordat.results.CheckResult;
import io.concordat.results.Observed;
import io.concordat.results.Tying;
import io.concordat.results.file.CheckLines;
import io.concordat.results.file.ResultFiles;
import io.concordat.results.file.Results;
import io.concordat.results.file.Tool;
import io.concordat.results.file.Unreadable;
import io.concordat.server.observation.BatchAnswer.Problem;
import io.concordat.server.observation.ResultAnswer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where result files of dbt, Great Expectations, Soda and datacontract-cli are sent. What they say
 * of promises becomes observations; a file that is sent again counts once, since the ids of its
 * observations are made of what it says.
 */
@RestController
@EnableConfigurationProperties(ImportSettings.class)
class ResultIntake {

  private static final int LARGEST_BATCH = 4_000_000;

  private final ObservationIntake observations;
  private final PromiseRegistry registry;
  private final ImportSettings settings;
  private final Semaphore free;

  ResultIntake(ObservationIntake observations, PromiseRegistry registry, ImportSettings settings) {
    this.observations = observations;
    this.registry = registry;
    this.settings = settings;
    this.free = new Semaphore(settings.atOnce());
  }

  /**
   * Takes a file.
   *
   * @param tool see {@link Tool#word}
   * @param body before the parameters of the address: once it is opened it is not read as those of
   *     a form, which is what curl calls any body
   * @param contract contract that all its results are about, where they name none themselves
   * @param dryRun whether nothing is to be stored
   */
  @PostMapping("/api/v1/observations/{tool}")
  ResponseEntity<Answer> accept(
      @PathVariable String tool,
      InputStream body,
      @RequestParam(required = false) @Nullable String contract,
      @RequestParam(defaultValue = "false") boolean dryRun,
      HttpServletRequest request,
      Authentication authentication)
      throws IOException {
    Tool known =
        Tool.of(tool)
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Code.RESULTS_TOOL_UNKNOWN,
                    "Results are read of dbt, great-expectations, soda, datacontract and checks."));
    if (!free.tryAcquire()) {
      throw Refusal.overloaded();
    }
    try (InputStream in =
        new BoundedBody(ObservationIntake.plain(request, body), settings.maxBody().toBytes())) {
      Results results = ResultFiles.read(known, List.of(in));
      return take(Caller.of(authentication), results, contract, dryRun);
    } catch (ZipException | EOFException broken) {
      throw new Refusal(
          Refusal.Code.OBSERVATIONS_MALFORMED, "The body is not what its Content-Encoding says.");
    } finally {
      free.release();
    }
  }

  private ResponseEntity<Answer> take(
      Actor actor, Results results, @Nullable String contract, boolean dryRun) throws IOException {
    ResultAnswer answer = new ResultAnswer();
    answer.others(results.others());
    results.problems().forEach(answer::refuse);
    List<Observed> batch = new ArrayList<>();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Tying tying = registry.tying();
    for (CheckResult check : results.checks()) {
      switch (tying.tie(check.of(contract))) {
        case Tying.Tied.ToNothing(var problem) -> answer.loose(problem);
        case Tying.Tied.To(Observed observed) -> {
          batch.add(observed);
          lines.writeBytes(CheckLines.of(observed));
          lines.write('\n');
          if (dryRun) {
            answer.show(observed);
          }
        }
      }
      if (batch.size() == ObservationReader.MOST || lines.size() > LARGEST_BATCH) {
        flush(actor, batch, lines, dryRun, answer);
      }
    }
    flush(actor, batch, lines, dryRun, answer);
    Answer told = answer.answer();
    HttpStatus status =
        dryRun
            ? HttpStatus.OK
            : told.accepted() == 0 && told.refused() > 0
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : HttpStatus.ACCEPTED;
    return ResponseEntity.status(status).body(told);
  }

  private void flush(
      Actor actor,
      List<Observed> batch,
      ByteArrayOutputStream lines,
      boolean dryRun,
      ResultAnswer answer)
      throws IOException {
    if (!batch.isEmpty()) {
      answer.take(observations.take(actor, lines.toByteArray(), dryRun), batch);
      batch.clear();
      lines.reset();
    }
  }

  @ExceptionHandler
  ResponseEntity<Problem> told(Refusal refusal) {
    return observations.answer(refusal);
  }

  @ExceptionHandler
  ResponseEntity<Problem> told(Unreadable file) {
    HttpStatus status =
        switch (file.code()) {
          case RESULTS_MALFORMED -> HttpStatus.BAD_REQUEST;
          case RESULTS_FORMAT_UNKNOWN -> HttpStatus.UNPROCESSABLE_CONTENT;
          case RESULTS_TOO_MANY -> HttpStatus.CONTENT_TOO_LARGE;
        };
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Problem(file.code().name(), file.message(), file.line(), file.path()));
  }
}
