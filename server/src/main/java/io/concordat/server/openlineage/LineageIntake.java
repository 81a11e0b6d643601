package io.concordat.server.openlineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.concordat.graphql.Caller;
import io.concordat.observation.openlineage.LineageReading;
import io.concordat.observation.openlineage.OpenLineageReader;
import io.concordat.server.gateway.RunQuality;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
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

/** Where OpenLineage clients send their events. An event is durable before it is answered. */
@RestController
@EnableConfigurationProperties(LineageSettings.class)
class LineageIntake {

  private static final String SOON = "1";

  private final LineageLog log;
  private final LineageSettings settings;
  private final RunQuality quality;
  private final Semaphore memory;

  LineageIntake(LineageLog log, LineageSettings settings, RunQuality quality) {
    this.log = log;
    this.quality = quality;
    this.settings = settings;
    this.memory =
        new Semaphore(
            Math.toIntExact(Math.min(Integer.MAX_VALUE, settings.maxInFlight().toBytes())));
  }

  @PostMapping("/api/v1/lineage")
  ResponseEntity<Void> accept(HttpServletRequest request, Authentication authentication)
      throws IOException {
    long most = settings.maxEvent().toBytes();
    if (request.getContentLengthLong() > most) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          Refusal.Code.LINEAGE_EVENT_TOO_LARGE,
          "An event may have " + most + " bytes at most.",
          null);
    }
    byte[] digest;
    byte[] deflated;
    try (InputStream in = plain(request);
        EventBody body = EventBody.read(in, memory, most)) {
      switch (OpenLineageReader.read(body.stream())) {
        case LineageReading.Taken _ -> {
          digest = body.digest();
          deflated = body.deflated();
          takeQuality(authentication, body);
        }
        case LineageReading.Malformed malformed ->
            throw new Refusal(
                HttpStatus.BAD_REQUEST,
                Refusal.Code.LINEAGE_EVENT_MALFORMED,
                malformed.message(),
                null);
        case LineageReading.Invalid invalid ->
            throw new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Refusal.Code.LINEAGE_EVENT_INVALID,
                invalid.path() + " " + invalid.message(),
                invalid.path());
      }
    } catch (ZipException | java.io.EOFException broken) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST,
          Refusal.Code.LINEAGE_EVENT_MALFORMED,
          "The body is not what its Content-Encoding says.",
          null);
    }
    if (!memory.tryAcquire(deflated.length)) {
      throw Refusal.overloaded();
    }
    try {
      log.append(digest, deflated);
    } finally {
      memory.release(deflated.length);
    }
    return ResponseEntity.status(HttpStatus.CREATED).build();
  }

  /** Before the event itself: whoever is told to send it again changes nothing by that. */
  private void takeQuality(Authentication authentication, EventBody body) throws IOException {
    try {
      quality.take(Caller.of(authentication), body.stream());
    } catch (RunQuality.Busy busy) {
      throw Refusal.overloaded();
    }
  }

  private static InputStream plain(HttpServletRequest request) throws IOException {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> request.getInputStream();
      case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream(), 8 * 1024);
      default ->
          throw new Refusal(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              Refusal.Code.LINEAGE_ENCODING_UNKNOWN,
              "The Content-Encoding may be gzip, or none.",
              null);
    };
  }

  /**
   * Why an event was not taken.
   *
   * @param path where in the event, left out where it is nowhere in particular
   */
  record Problem(
      String code,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path) {}

  @ExceptionHandler
  ResponseEntity<Problem> told(Refusal refusal) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_JSON);
    if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS
        || refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SOON);
    }
    return answer.body(
        new Problem(refusal.code().name(), String.valueOf(refusal.getMessage()), refusal.path()));
  }
}
