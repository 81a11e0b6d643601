package io.concordat.queryside.sighting;

import io.concordat.messages.mesh.RetirementReason;
import io.concordat.messages.mesh.RetirementVerdict;
import io.concordat.messages.mesh.RetirementView;
import io.concordat.messages.mesh.RetirementView.Finding;
import io.concordat.messages.mesh.SightingView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules by which a version is safe to be taken off. */
final class RetirementRules {

  /** For how many days a read counts: as long as the notice period of a breaking change. */
  static final int RECENT_DAYS = 30;

  private RetirementRules() {}

  /**
   * What is known of a version.
   *
   * @param version that would be taken off
   * @param successor whether a later version is in force
   * @param supportedUntil until when it is promised, UTC; null where it is not deprecated
   * @param declared readers of the contract, and for which version each says that it is built; null
   *     for one that does not say
   * @param waiting readers that have to move from this version, and have not
   * @param moved readers that said that they moved to its successor
   * @param sightings all reads of the contract that were seen, of any version
   */
  record Facts(
      String version,
      boolean successor,
      @Nullable Instant supportedUntil,
      Map<String, @Nullable String> declared,
      Set<String> waiting,
      Set<String> moved,
      List<SightingView> sightings) {}

  /** What speaks against taking it off. */
  static RetirementView judge(Facts facts, Instant now) {
    List<Finding> findings = new ArrayList<>();
    if (!facts.successor()) {
      findings.add(
          new Finding(
              RetirementReason.NO_SUCCESSOR,
              null,
              null,
              "No later version is in force, so there is none to move to."));
    }
    Instant supportedUntil = facts.supportedUntil();
    if (supportedUntil != null && supportedUntil.isAfter(now)) {
      findings.add(
          new Finding(
              RetirementReason.SUPPORT_PROMISED,
              null,
              supportedUntil,
              "It is promised until " + supportedUntil + "."));
    }
    for (String reader : facts.waiting()) {
      findings.add(
          new Finding(
              RetirementReason.READER_NOT_MOVED,
              reader,
              null,
              reader + " has to move and has not said that it did."));
    }
    facts
        .declared()
        .forEach((reader, version) -> {
          if (facts.version().equals(version)) {
            findings.add(
                new Finding(
                    RetirementReason.DECLARED_FOR_VERSION,
                    reader,
                    null,
                    reader + " declares that it is built for this version."));
          } else if (version == null && !knownToReadAnother(reader, facts)) {
            findings.add(
                new Finding(
                    RetirementReason.VERSION_NOT_TOLD,
                    reader,
                    null,
                    reader
                        + " neither says which version it reads nor was seen to read another one."));
          }
        });
    Instant recent = now.minus(Duration.ofDays(RECENT_DAYS));
    for (SightingView sighting : facts.sightings()) {
      if (!sighting.lastSeenAt().isBefore(recent)) {
        if (sighting.versions().equals(List.of(facts.version()))) {
          findings.add(seen(RetirementReason.SEEN_READING, sighting, " was seen to read it at "));
        } else if (mayBe(sighting, facts.version())) {
          findings.add(
              seen(
                  RetirementReason.PERHAPS_SEEN_READING,
                  sighting,
                  " was seen to read this or another version at "));
        }
      }
    }
    if (facts.sightings().isEmpty()) {
      findings.add(
          new Finding(
              RetirementReason.NOTHING_SEEN,
              null,
              null,
              "No read of the contract was ever seen: neither by lineage nor reported."));
    }
    findings.sort(
        Comparator.comparing(Finding::code)
            .thenComparing(Finding::reader, Comparator.nullsFirst(Comparator.naturalOrder())));
    return new RetirementView(
        findings.stream()
            .map(finding -> finding.code().verdict())
            .max(Comparator.naturalOrder())
            .orElse(RetirementVerdict.SAFE),
        findings,
        facts.sightings().stream()
            .filter(sighting -> mayBe(sighting, facts.version()))
            .map(SightingView::lastSeenAt)
            .max(Comparator.naturalOrder())
            .orElse(null),
        RECENT_DAYS);
  }

  /** Whether a reader that does not say of which version is not one of this one. */
  private static boolean knownToReadAnother(String reader, Facts facts) {
    return facts.moved().contains(reader)
        || facts.waiting().contains(reader)
        || ofReader(reader, facts).anyMatch(sighting -> !mayBe(sighting, facts.version()));
  }

  private static Stream<SightingView> ofReader(String reader, Facts facts) {
    return facts.sightings().stream()
        .filter(
            sighting -> sighting.consumer() != null && sighting.consumer().value().equals(reader));
  }

  private static boolean mayBe(SightingView sighting, String version) {
    return sighting.versions().isEmpty() || sighting.versions().contains(version);
  }

  private static Finding seen(RetirementReason code, SightingView sighting, String words) {
    return new Finding(
        code,
        sighting.reader(),
        sighting.lastSeenAt(),
        sighting.reader() + words + sighting.lastSeenAt() + ".");
  }
}
