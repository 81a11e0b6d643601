package io.concordat.queryside.sighting;

import static io.concordat.messages.mesh.RetirementReason.DECLARED_FOR_VERSION;
import static io.concordat.messages.mesh.RetirementReason.NOTHING_SEEN;
import static io.concordat.messages.mesh.RetirementReason.NO_SUCCESSOR;
import static io.concordat.messages.mesh.RetirementReason.PERHAPS_SEEN_READING;
import static io.concordat.messages.mesh.RetirementReason.READER_NOT_MOVED;
import static io.concordat.messages.mesh.RetirementReason.SEEN_READING;
import static io.concordat.messages.mesh.RetirementReason.SUPPORT_PROMISED;
import static io.concordat.messages.mesh.RetirementReason.VERSION_NOT_TOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.RetirementReason;
import io.concordat.messages.mesh.RetirementVerdict;
import io.concordat.messages.mesh.RetirementView;
import io.concordat.messages.mesh.RetirementView.Finding;
import io.concordat.messages.mesh.SightingSource;
import io.concordat.messages.mesh.SightingView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a version can be taken off, case by case. */
class RetirementRulesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant LATELY = NOW.minus(Duration.ofDays(29));
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));
  private static final ContractId CONTRACT = new ContractId("alpha/things/thing");
  private static final String BOARD = "beta:board";
  private static final SightingView OTHER = seen("2.0.0", LATELY);

  static Stream<Arguments> cases() {
    return Stream.of(
        arguments("nothing speaks against it", facts().sightings(OTHER), List.of()),
        arguments(
            "the only version", facts().sightings(OTHER).successor(false), List.of(NO_SUCCESSOR)),
        arguments(
            "promised until tomorrow",
            facts().sightings(OTHER).supportedUntil(NOW.plus(Duration.ofDays(1))),
            List.of(SUPPORT_PROMISED)),
        arguments("promised until now", facts().sightings(OTHER).supportedUntil(NOW), List.of()),
        arguments(
            "a reader has to move",
            facts().sightings(OTHER).declared(BOARD, null).waiting(BOARD),
            List.of(READER_NOT_MOVED)),
        arguments(
            "a reader has moved",
            facts()
                .sightings(seen("alpha:else", "2.0.0", LATELY))
                .declared(BOARD, null)
                .moved(BOARD),
            List.of()),
        arguments(
            "built for it",
            facts().sightings(OTHER).declared(BOARD, "1.0.0"),
            List.of(DECLARED_FOR_VERSION)),
        arguments(
            "built for another one", facts().sightings(OTHER).declared(BOARD, "2.0.0"), List.of()),
        arguments("read lately", facts().sightings(seen("1.0.0", LATELY)), List.of(SEEN_READING)),
        arguments("read long ago", facts().sightings(seen("1.0.0", LONG_AGO)), List.of()),
        arguments(
            "read lately, of which version was not told",
            facts().sightings(seen(List.of(), LATELY)),
            List.of(PERHAPS_SEEN_READING)),
        arguments(
            "read lately from a dataset of two versions",
            facts().sightings(seen(List.of("1.0.0", "2.0.0"), LATELY)),
            List.of(PERHAPS_SEEN_READING)),
        arguments(
            "a reader that does not say",
            facts().sightings(seen("alpha:else", "2.0.0", LATELY)).declared(BOARD, null),
            List.of(VERSION_NOT_TOLD)),
        arguments(
            "a reader that does not say, and was seen to read another one",
            facts().sightings(OTHER).declared(BOARD, null),
            List.of()),
        arguments("nothing was ever seen", facts(), List.of(NOTHING_SEEN)),
        arguments(
            "several things, in the order of their codes",
            facts().successor(false).declared(BOARD, "1.0.0"),
            List.of(NO_SUCCESSOR, DECLARED_FOR_VERSION, NOTHING_SEEN)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aVersionIsAsSafeAsTheWorstFindingSays(
      String name, Known known, List<RetirementReason> reasons) {
    RetirementView view = RetirementRules.judge(known.facts(), NOW);

    assertThat(view.findings()).extracting(Finding::code).containsExactlyElementsOf(reasons);
    assertThat(view.verdict())
        .isEqualTo(
            reasons.stream()
                .map(RetirementReason::verdict)
                .max(RetirementVerdict::compareTo)
                .orElse(RetirementVerdict.SAFE));
  }

  @Test
  void theLastReadIsOfWhatMayHaveBeenThisVersion() {
    assertThat(
            RetirementRules.judge(facts().sightings(OTHER, seen("1.0.0", LONG_AGO)).facts(), NOW)
                .lastReadAt())
        .isEqualTo(LONG_AGO);
    assertThat(RetirementRules.judge(facts().sightings(OTHER).facts(), NOW).lastReadAt()).isNull();
  }

  private static Known facts() {
    return new Known(true, null, Collections.emptyMap(), Set.of(), Set.of(), List.of());
  }

  private static SightingView seen(String version, Instant last) {
    return seen(BOARD, version, last);
  }

  private static SightingView seen(String reader, String version, Instant last) {
    return new SightingView(
        reader,
        new ConsumerId(reader),
        CONTRACT,
        List.of(version),
        SightingSource.REPORTED,
        last,
        last);
  }

  private static SightingView seen(List<String> versions, Instant last) {
    return new SightingView(
        BOARD, new ConsumerId(BOARD), CONTRACT, versions, SightingSource.LINEAGE, last, last);
  }

  /** Facts of version 1.0.0, one changed at a time. */
  private record Known(
      boolean successor,
      @Nullable Instant supportedUntil,
      Map<String, @Nullable String> declared,
      Set<String> waiting,
      Set<String> moved,
      List<SightingView> sightings) {

    Known successor(boolean is) {
      return new Known(is, supportedUntil, declared, waiting, moved, sightings);
    }

    Known supportedUntil(Instant until) {
      return new Known(successor, until, declared, waiting, moved, sightings);
    }

    Known declared(String reader, @Nullable String version) {
      return new Known(
          successor,
          supportedUntil,
          Collections.singletonMap(reader, version),
          waiting,
          moved,
          sightings);
    }

    Known waiting(String reader) {
      return new Known(successor, supportedUntil, declared, Set.of(reader), moved, sightings);
    }

    Known moved(String reader) {
      return new Known(successor, supportedUntil, declared, waiting, Set.of(reader), sightings);
    }

    Known sightings(SightingView... seen) {
      return new Known(successor, supportedUntil, declared, waiting, moved, List.of(seen));
    }

    RetirementRules.Facts facts() {
      return new RetirementRules.Facts(
          "1.0.0", successor, supportedUntil, declared, waiting, moved, sightings);
    }
  }
}
