package io.concordat.queryside.contract;

import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.AssessmentView;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.policy.Verdict;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to a contract, from which its state at any time follows. A version is
 * deprecated from the moment at which its successor was published.
 */
record ContractHistory(
    ContractId id,
    List<Submission> submissions,
    Map<String, Deprecation> deprecations,
    Map<String, List<Extension>> extensions,
    Map<String, Instant> retirements,
    Map<String, List<AssessmentView>> assessments) {

  /** A submitted version; the outline is null for a rejected one. */
  record Submission(
      long sequence,
      String version,
      boolean passed,
      String digest,
      Instant at,
      Subject by,
      Verdict verdict,
      List<ContractChange> changes,
      @Nullable ContractOutline outline) {}

  /** A version has a successor, and until when it is served. */
  record Deprecation(String successor, Instant supportedUntil) {}

  /** A version is served for longer than was promised before, and since when that is known. */
  record Extension(Instant supportedUntil, Instant at) {}

  static ContractHistory read(Document contract, List<Document> submissions) {
    return new ContractHistory(
        new ContractId(text(contract, Views.ID)),
        submissions.stream()
            .map(ContractHistory::submission)
            .sorted(Comparator.comparingLong(Submission::sequence))
            .toList(),
        Documents.parts(contract, "deprecated")
            .collect(
                Collectors.toMap(
                    part -> text(part, "version"),
                    part -> new Deprecation(text(part, "successor"), time(part, "supportedUntil")),
                    (first, second) -> second)),
        Documents.parts(contract, "extended")
            .collect(
                Collectors.groupingBy(
                    part -> text(part, "version"),
                    Collectors.mapping(
                        part -> new Extension(time(part, "supportedUntil"), time(part, "at")),
                        Collectors.toList()))),
        Documents.parts(contract, "retired")
            .collect(
                Collectors.toMap(
                    part -> text(part, "version"),
                    part -> time(part, "retiredAt"),
                    (first, second) -> first)),
        Documents.numbered(contract, "assessed")
            .collect(
                Collectors.groupingBy(
                    entry -> text((Document) entry.getValue(), "version"),
                    Collectors.mapping(
                        entry -> assessment(entry.getKey(), (Document) entry.getValue()),
                        Collectors.toList()))));
  }

  /**
   * The contract as it was, or as it is where no time is given; empty where nothing had been
   * submitted.
   */
  Optional<ContractView> asOf(@Nullable Instant asOf) {
    List<ContractVersionView> versions =
        submissions.stream()
            .filter(submission -> happened(submission.at(), asOf))
            .map(submission -> version(submission, asOf))
            .toList();
    return versions.isEmpty() ? Optional.empty() : Optional.of(new ContractView(id, versions));
  }

  private ContractVersionView version(Submission submission, @Nullable Instant asOf) {
    Deprecation deprecation = submission.passed() ? deprecations.get(submission.version()) : null;
    Instant deprecatedAt =
        deprecation == null ? null : known(publishedAt(deprecation.successor()), asOf);
    Instant retiredAt =
        submission.passed() ? known(retirements.get(submission.version()), asOf) : null;
    return new ContractVersionView(
        id,
        submission.sequence(),
        submission.version(),
        status(submission, deprecatedAt, retiredAt),
        submission.digest(),
        submission.at(),
        submission.by(),
        deprecatedAt,
        deprecation == null || deprecatedAt == null
            ? null
            : supportedUntil(submission.version(), deprecation, asOf),
        retiredAt,
        submission.verdict(),
        submission.changes(),
        submission.outline(),
        submission.passed() ? latestAssessment(submission.version(), asOf) : null);
  }

  private @Nullable AssessmentView latestAssessment(String version, @Nullable Instant asOf) {
    return assessments.getOrDefault(version, List.of()).reversed().stream()
        .filter(assessment -> happened(assessment.assessedAt(), asOf))
        .findFirst()
        .orElse(null);
  }

  private static AssessmentView assessment(long sequence, Document part) {
    return new AssessmentView(
        sequence,
        part.get("policySet", Number.class).intValue(),
        time(part, "at"),
        part.getBoolean("blocked", false),
        part.getList("waivers", String.class));
  }

  private static ContractVersionStatus status(
      Submission submission, @Nullable Instant deprecatedAt, @Nullable Instant retiredAt) {
    if (!submission.passed()) {
      return ContractVersionStatus.REJECTED;
    }
    if (retiredAt != null) {
      return ContractVersionStatus.RETIRED;
    }
    return deprecatedAt == null ? ContractVersionStatus.ACTIVE : ContractVersionStatus.DEPRECATED;
  }

  /** The last day as it was known then. */
  private Instant supportedUntil(String version, Deprecation deprecation, @Nullable Instant asOf) {
    return extensions.getOrDefault(version, List.of()).stream()
        .filter(extension -> happened(extension.at(), asOf))
        .map(Extension::supportedUntil)
        .max(Comparator.naturalOrder())
        .orElse(deprecation.supportedUntil());
  }

  private @Nullable Instant publishedAt(String version) {
    return submissions.stream()
        .filter(Submission::passed)
        .filter(submission -> submission.version().equals(version))
        .map(Submission::at)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant known(@Nullable Instant at, @Nullable Instant asOf) {
    return at != null && happened(at, asOf) ? at : null;
  }

  private static boolean happened(Instant at, @Nullable Instant asOf) {
    return asOf == null || !at.isAfter(asOf);
  }

  private static Submission submission(Document document) {
    String outline = document.getString("outline");
    String changes = document.getString("changes");
    return new Submission(
        document.get("sequence", Number.class).longValue(),
        text(document, "version"),
        document.getBoolean("passed", false),
        text(document, "digest"),
        time(document, "at"),
        subject(document, "by"),
        Values.value(Objects.requireNonNull(document.get("verdict")), Verdict.class),
        changes == null ? List.of() : List.of(Values.parse(changes, ContractChange[].class)),
        outline == null ? null : Values.parse(outline, ContractOutline.class));
  }
}
