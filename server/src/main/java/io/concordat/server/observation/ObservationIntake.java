package io.concordat.server.observation;

import io.concordat.command.MeshDirectory;
import io.concordat.graphql.Caller;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.ObservationReader;
import io.concordat.server.observation.BatchAnswer.Problem;
import io.concordat.server.observation.BatchAnswer.Receipt;
import io.concordat.server.observation.ObservationLog.Format;
import io.concordat.server.observation.ObservationLog.Row;
import io.concordat.server.observation.ObservationLog.Stored;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where observations are sent. A batch is durable before it is answered. */
@RestController
@EnableConfigurationProperties(ObservationSettings.class)
class ObservationIntake {

  private static final String SOON = "1";
  private static final int LONGEST_KEY = 200;

  /** So long a batch waits at most for those before it to be folded. */
  private static final Duration LONGEST_YIELD = Duration.ofMillis(250);

  private final ObservationLog log;
  private final BatchesAtHand atHand;
  private final ObservationSettings settings;
  private final PromiseRegistry registry;
  private final MeshDirectory mesh;
  private final Clock clock;
  private final IntakeCounters counters;
  private final Semaphore memory;

  ObservationIntake(
      ObservationLog log,
      BatchesAtHand atHand,
      ObservationSettings settings,
      PromiseRegistry registry,
      MeshDirectory mesh,
      Clock clock,
      IntakeCounters counters) {
    this.log = log;
    this.atHand = atHand;
    this.settings = settings;
    this.registry = registry;
    this.mesh = mesh;
    this.clock = clock;
    this.counters = counters;
    this.memory =
        new Semaphore(
            Math.toIntExact(Math.min(Integer.MAX_VALUE, settings.maxInFlight().toBytes())));
  }

  @PostMapping("/api/v1/observations")
  ResponseEntity<Receipt> accept(HttpServletRequest request, Authentication authentication)
      throws IOException {
    Actor actor = Caller.of(authentication);
    String key = key(request);
    int most = Math.toIntExact(settings.maxBatch().toBytes());
    if (request.getContentLengthLong() > most) {
      throw new Refusal(
          Refusal.Code.OBSERVATIONS_TOO_LARGE,
          "A batch may have " + most + " bytes at most, inflated.");
    }
    try (InputStream in = plain(request, request.getInputStream());
        BatchBody body = BatchBody.read(in, memory, most, announced(request))) {
      return accept(actor, key, format(request), body);
    } catch (ZipException | EOFException broken) {
      throw new Refusal(
          Refusal.Code.OBSERVATIONS_MALFORMED, "The body is not what its Content-Encoding says.");
    }
  }

  private ResponseEntity<Receipt> accept(
      Actor actor, @Nullable String key, Format format, BatchBody body) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    BatchAnswer answer = new BatchAnswer(registry.latest());
    try {
      BatchReader.read(
          format,
          body.bytes(),
          now.toEpochMilli(),
          settings.bounds(),
          answer::take,
          answer::refuse);
    } catch (ObservationReader.NotABatch none) {
      throw new Refusal(Refusal.Code.OBSERVATIONS_MALFORMED, String.valueOf(none.getMessage()));
    }
    checkOwner(actor, answer.contracts());
    if (answer.accepted() == 0) {
      counters.refused(answer.refused());
      return ResponseEntity.status(
              answer.refused() == 0 ? HttpStatus.ACCEPTED : HttpStatus.UNPROCESSABLE_CONTENT)
          .body(answer.receipt(false, answer.accepted(), answer.refused()));
    }
    atHand.awaitRoom(answer.accepted(), LONGEST_YIELD);
    Stored stored = store(actor, key, format, body, now, answer);
    if (!stored.again()) {
      counters.accepted(answer);
    }
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(answer.receipt(stored.again(), stored.accepted(), stored.refused()));
  }

  /**
   * Takes lines that this service has made itself; a batch is known by what it holds.
   *
   * @param lines UTF-8, one observation each
   * @param tried whether nothing is to be stored
   */
  Receipt take(Actor actor, byte[] lines, boolean tried) throws IOException {
    int most = Math.toIntExact(settings.maxBatch().toBytes());
    try (BatchBody body =
        BatchBody.read(new ByteArrayInputStream(lines), memory, most, lines.length)) {
      if (!tried) {
        return Objects.requireNonNull(accept(actor, null, Format.L, body).getBody());
      }
      BatchAnswer answer = new BatchAnswer(registry.latest());
      BatchReader.read(
          Format.L, body.bytes(), clock.millis(), settings.bounds(), answer::take, answer::refuse);
      checkOwner(actor, answer.contracts());
      return answer.receipt(false, answer.accepted(), answer.refused());
    }
  }

  private Stored store(
      Actor actor,
      @Nullable String key,
      Format format,
      BatchBody body,
      Instant now,
      BatchAnswer answer) {
    String sender = actor.subject().value();
    byte[] digest = BatchBody.digest(sender + "\n", body.bytes());
    byte[] known =
        key == null ? digest : BatchBody.digest("key\n" + sender + "\n" + key, new byte[0]);
    byte[] deflated = body.deflated();
    if (!memory.tryAcquire(deflated.length)) {
      throw Refusal.overloaded();
    }
    try {
      Stored stored =
          log.append(
              new Row(
                  format,
                  known,
                  digest,
                  now,
                  sender,
                  answer.accepted(),
                  answer.refused(),
                  answer.asOf(),
                  deflated,
                  answer.observations()));
      if (!Arrays.equals(stored.digest(), digest)) {
        throw new Refusal(
            Refusal.Code.IDEMPOTENCY_KEY_REUSED,
            "The Idempotency-Key was used before with a different batch.");
      }
      return stored;
    } finally {
      memory.release(deflated.length);
    }
  }

  private void checkOwner(Actor actor, Set<String> contracts) {
    if (!maySendAll(actor) && !contracts.stream().allMatch(contract -> maySend(actor, contract))) {
      throw new Refusal(
          Refusal.Code.OBSERVATIONS_NOT_YOURS,
          "A product owner may only send observations of contracts of own products.");
    }
  }

  /** Product owners speak for their own products; machines and governance engineers for all. */
  boolean maySend(Actor actor, String contract) {
    if (maySendAll(actor)) {
      return true;
    }
    ProductId product = product(contract);
    return product != null
        && mesh.productOwner(product)
            .filter(owner -> owner.subject().equals(actor.subject()))
            .isPresent();
  }

  private static boolean maySendAll(Actor actor) {
    return actor.has(Role.MACHINE) || actor.has(Role.GOVERNANCE_ENGINEER);
  }

  private static @Nullable ProductId product(String contract) {
    try {
      return new ContractId(contract).product();
    } catch (InvalidValue namesNone) {
      return null;
    }
  }

  private static @Nullable String key(HttpServletRequest request) {
    String key = request.getHeader("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new Refusal(
          Refusal.Code.OBSERVATIONS_MALFORMED,
          "The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
    }
    return key;
  }

  private static Format format(HttpServletRequest request) {
    String type = request.getContentType();
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return plain.contains("ndjson") || plain.contains("jsonl") ? Format.L : Format.J;
  }

  /** Bytes of the body, negative where they are not known before it is inflated. */
  private static long announced(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.CONTENT_ENCODING) == null
        ? request.getContentLengthLong()
        : -1;
  }

  /** The body without its encoding. */
  static InputStream plain(HttpServletRequest request, InputStream body) throws IOException {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> new GZIPInputStream(body, 8 * 1024);
      default ->
          throw new Refusal(
              Refusal.Code.OBSERVATIONS_ENCODING_UNKNOWN,
              "The Content-Encoding may be gzip, or none.");
    };
  }

  /** Bytes of bodies that are being read, or wait to be stored. */
  long inFlight() {
    return settings.maxInFlight().toBytes() - memory.availablePermits();
  }

  @ExceptionHandler
  ResponseEntity<Problem> told(Refusal refusal) {
    return answer(refusal);
  }

  /** What a refusal is answered with. */
  ResponseEntity<Problem> answer(Refusal refusal) {
    counters.turnedAway(refusal.code());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_JSON);
    if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS
        || refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SOON);
    }
    return answer.body(
        new Problem(refusal.code().name(), String.valueOf(refusal.getMessage()), null, null));
  }
}
