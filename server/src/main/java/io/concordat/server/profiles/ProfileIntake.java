package io.concordat.server.profiles;

import io.concordat.graphql.gateway.FaultClassifier;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.FindContracts;
import io.concordat.profile.FieldFigures;
import io.concordat.profile.FieldSketch;
import io.concordat.profile.anomaly.Anomaly;
import io.concordat.server.gateway.Questions;
import io.concordat.server.profiles.SentProfile.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where profiles of fields are sent, and what they say is read. */
@RestController
@EnableConfigurationProperties(ProfileSettings.class)
class ProfileIntake {

  private static final String SOON = "1";
  private static final int MOST_SHOWN = 100;

  private final ProfileStore store;
  private final AnomalyStore anomalies;
  private final ProfileSettings settings;
  private final Questions questions;
  private final FaultClassifier faults;
  private final JsonMapper json;
  private final Clock clock;

  ProfileIntake(
      ProfileStore store,
      AnomalyStore anomalies,
      ProfileSettings settings,
      Questions questions,
      FaultClassifier faults,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.anomalies = anomalies;
    this.settings = settings;
    this.questions = questions;
    this.faults = faults;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What became of a profile.
   *
   * @param accepted how many fields were kept
   * @param known whether any version of the contract has been published; if not, what was sent is
   *     kept until one is
   */
  record Answer(int accepted, boolean known, List<Problem> problems) {}

  /**
   * A window of a field.
   *
   * @param from UTC
   * @param to UTC
   * @param anomalies what is unusual, held against the windows of the same length before it
   */
  record Shown(Instant from, Instant to, FieldFigures figures, List<Anomaly> anomalies) {}

  /** Takes a profile. */
  @PostMapping("/api/v1/profiles")
  ResponseEntity<Answer> accept(HttpServletRequest request, Principal sender) throws IOException {
    Instant now = clock.instant();
    SentProfile sent = SentProfile.read(json, body(request), now, sender.getName());
    if (!sent.fields().isEmpty()) {
      store.keep(sent, sender.getName(), now.minus(settings.keep()));
    }
    boolean known = !questions.ask(new FindContracts(Set.of(sent.contract()), null)).isEmpty();
    return ResponseEntity.status(
            sent.fields().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .body(new Answer(sent.fields().size(), known, sent.problems()));
  }

  /**
   * The latest windows of a field, oldest first.
   *
   * @param before those that begin before this time, RFC 3339; left out, all
   * @param last how many, 1 to 100
   */
  @GetMapping("/api/v1/profiles")
  List<Shown> windows(
      @RequestParam String contract,
      @RequestParam String field,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "30") int last) {
    if (last < 1 || last > MOST_SHOWN) {
      throw new Refused(Problem.INVALID, "last is from 1 to " + MOST_SHOWN + ".", "last");
    }
    ContractId id = id(contract);
    SequencedMap<Window, FieldSketch> found =
        store.latest(id, field, time(before), last, Judgement.BASELINE);
    if (found.isEmpty()) {
      return List.of();
    }
    Instant since = found.firstEntry().getKey().from();
    Judgement judgement =
        new Judgement(found, AnomalyStore.dismissed(anomalies.ofField(id, field, since)));
    List<Window> windows = judgement.windows();
    return windows.subList(Math.max(0, windows.size() - last), windows.size()).stream()
        .map(window ->
            new Shown(
                window.from(), window.to(), judgement.figures(window), judgement.anomalies(window)))
        .toList();
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    int most = (int) settings.maxBody().toBytes();
    try (InputStream in = plain(request)) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new Refused(
            Problem.TOO_LARGE, "A body may have " + most + " bytes at most, inflated.", null);
      }
      return body;
    } catch (ZipException | EOFException broken) {
      throw new Refused(Problem.MALFORMED, "The body is not what its Content-Encoding says.", null);
    }
  }

  private static InputStream plain(HttpServletRequest request) throws IOException {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> request.getInputStream();
      case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream(), 8 * 1024);
      default ->
          throw new Refused(Problem.ENCODING, "The Content-Encoding may be gzip, or none.", null);
    };
  }

  private static ContractId id(String contract) {
    try {
      return new ContractId(contract);
    } catch (InvalidValue wrong) {
      throw new Refused(Problem.INVALID, String.valueOf(wrong.getMessage()), "contract");
    }
  }

  private Instant time(@Nullable String before) {
    try {
      return before == null
          ? clock.instant().plus(settings.keep())
          : OffsetDateTime.parse(before).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Refused(
          Problem.INVALID, "before must be a time of RFC 3339 with its zone.", "before");
    }
  }

  @ExceptionHandler
  ResponseEntity<Answer> told(Refused refused) {
    HttpStatus status =
        switch (refused.problem().code()) {
          case Problem.MALFORMED -> HttpStatus.BAD_REQUEST;
          case Problem.TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case Problem.ENCODING -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return ResponseEntity.status(status).body(new Answer(0, false, List.of(refused.problem())));
  }

  @ExceptionHandler
  ResponseEntity<Answer> failed(RuntimeException failure) {
    String gone = faults.unreachableStore(failure).orElseThrow(() -> failure);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .body(
            new Answer(
                0,
                false,
                List.of(
                    new Problem(Problem.STORE, gone + " cannot be reached at present.", null))));
  }
}
