package io.concordat.server.reads;

import io.concordat.graphql.gateway.FaultClassifier;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.server.gateway.Questions;
import io.concordat.server.reads.ReadReader.Placed;
import io.concordat.server.reads.ReadReader.Sent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where gateways, and teams that serve data, tell who read it. */
@RestController
class ReadIntake {

  private static final String CONSUMER = "Concordat-Consumer";
  private static final String CONTRACT = "Concordat-Contract";
  private static final String SOON = "1";
  private static final int MOST_BYTES = 4_000_000;

  private final ReadLog log;
  private final Questions questions;
  private final FaultClassifier faults;
  private final JsonMapper json;
  private final Clock clock;

  ReadIntake(
      ReadLog log, Questions questions, FaultClassifier faults, JsonMapper json, Clock clock) {
    this.log = log;
    this.questions = questions;
    this.faults = faults;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What became of reads.
   *
   * @param accepted how many were kept
   * @param unregistered readers among them of which no consumer is registered; they are kept apart
   *     until one is
   */
  record Answer(int accepted, List<String> unregistered, List<Problem> problems) {}

  @PostMapping("/api/v1/reads")
  ResponseEntity<Answer> accept(HttpServletRequest request, Principal reporter) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return refused(
          HttpStatus.CONTENT_TOO_LARGE,
          Problem.Code.READS_TOO_LARGE,
          "A request may have " + MOST_BYTES + " bytes at most.");
    }
    ReadReader reader = new ReadReader(json, clock.instant(), request.getHeader(CONSUMER));
    String contract = request.getHeader(CONTRACT);
    Sent sent =
        body.length == 0 && contract != null
            ? reader.header(contract)
            : reader.body(body).orElse(null);
    if (sent == null) {
      return refused(
          HttpStatus.BAD_REQUEST,
          Problem.Code.READS_MALFORMED,
          "The body must be a JSON object or a list of them; without one the headers "
              + CONSUMER
              + " and "
              + CONTRACT
              + " must be there.");
    }
    return keep(sent, reporter.getName());
  }

  private ResponseEntity<Answer> keep(Sent sent, String by) {
    List<Problem> problems = new ArrayList<>(sent.problems());
    Map<ContractId, Set<String>> versions = versions(sent.reads());
    Set<Read.Key> keys =
        sent.reads().stream().map(placed -> placed.read().key()).collect(Collectors.toSet());
    Set<Read.Key> full = log.withoutRoom(keys);
    List<Read> taken = new ArrayList<>();
    for (Placed placed : sent.reads()) {
      Problem problem = problem(placed, versions, full);
      if (problem == null) {
        taken.add(placed.read());
      } else {
        problems.add(problem);
      }
    }
    log.keep(taken, by);
    problems.sort(Comparator.comparing(Problem::index, Comparator.nullsFirst(Integer::compare)));
    return ResponseEntity.status(
            taken.isEmpty() && !problems.isEmpty()
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : HttpStatus.OK)
        .body(new Answer(taken.size(), unregistered(taken), problems));
  }

  private static @Nullable Problem problem(
      Placed placed, Map<ContractId, Set<String>> versions, Set<Read.Key> full) {
    Read read = placed.read();
    Set<String> known = versions.getOrDefault(read.contract(), Set.of());
    if (known.isEmpty()) {
      return new Problem(
          Problem.Code.READ_CONTRACT_NOT_FOUND,
          "No version of the contract " + read.contract() + " has been published.",
          placed.index(),
          "contract");
    }
    if (read.version() != null && !known.contains(read.version())) {
      return new Problem(
          Problem.Code.READ_VERSION_NOT_FOUND,
          "The contract " + read.contract() + " has no version " + read.version() + ".",
          placed.index(),
          "version");
    }
    if (full.contains(read.key())) {
      return new Problem(
          Problem.Code.READ_READERS_FULL,
          "The contract "
              + read.contract()
              + " has "
              + ReadLog.MOST_OF_A_CONTRACT
              + " readers already; no new one is kept.",
          placed.index(),
          "consumer");
    }
    return null;
  }

  /** Versions that were ever published, by contract. */
  private Map<ContractId, Set<String>> versions(List<Placed> reads) {
    Set<ContractId> contracts =
        reads.stream().map(placed -> placed.read().contract()).collect(Collectors.toSet());
    Map<ContractId, Set<String>> versions = new HashMap<>();
    if (!contracts.isEmpty()) {
      for (ContractView view : questions.ask(new FindContracts(contracts, null))) {
        versions.put(
            view.id(),
            view.versions().stream()
                .filter(version -> version.status() != ContractVersionStatus.REJECTED)
                .map(version -> version.version())
                .collect(Collectors.toSet()));
      }
    }
    return versions;
  }

  private List<String> unregistered(List<Read> reads) {
    Set<ConsumerId> readers = reads.stream().map(Read::reader).collect(Collectors.toSet());
    if (readers.isEmpty()) {
      return List.of();
    }
    Set<ConsumerId> unknown = new HashSet<>(readers);
    questions.ask(new FindConsumers(readers)).stream()
        .map(ConsumerView::id)
        .forEach(unknown::remove);
    return unknown.stream().map(ConsumerId::value).sorted().toList();
  }

  @ExceptionHandler
  ResponseEntity<Answer> failed(RuntimeException failure) {
    String store = faults.unreachableStore(failure).orElseThrow(() -> failure);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .body(
            new Answer(
                0,
                List.of(),
                List.of(
                    new Problem(
                        Problem.Code.STORE_UNAVAILABLE,
                        store + " cannot be reached at present.",
                        null,
                        null))));
  }

  private static ResponseEntity<Answer> refused(
      HttpStatus status, Problem.Code code, String message) {
    return ResponseEntity.status(status)
        .body(new Answer(0, List.of(), List.of(new Problem(code, message, null, null))));
  }
}
