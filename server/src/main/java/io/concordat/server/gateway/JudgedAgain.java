package io.concordat.server.gateway;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.gate.UpstreamContract;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.gateway.VerdictRecord;
import io.concordat.messages.Event;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.UpstreamRead;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges again from the streams of the contract, of what was upstream of it, and of the policy
 * sets. What has been published, adopted or ended since plays no part.
 */
@Component
class JudgedAgain implements VerdictRecord {

  private static final Comparator<ContractVersionPublished> BY_RELEASE =
      Comparator.comparing(
          published -> SemanticVersion.of(published.version()), SemanticVersion.BY_RELEASE);

  private final StreamReader streams;
  private final PolicySets sets;

  JudgedAgain(StreamReader streams, PolicySets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  /** What an event says of a document. */
  private record Told(
      int sequence, String document, Verdict verdict, @Nullable VerdictBasis basis, Instant at) {}

  @Override
  public Again judgeAgain(
      ContractId contract, @Nullable String version, @Nullable Long submission) {
    List<Event> events = streams.read(contract.stream());
    if (events.isEmpty()) {
      throw new NoSuchObject(
          RejectionCode.CONTRACT_NOT_FOUND, "Nothing was ever submitted as " + contract + ".");
    }
    Told told =
        IntStream.range(0, events.size())
            .boxed()
            .flatMap(sequence -> told(events, sequence).stream())
            .filter(wanted(events, version, submission))
            .max(
                Comparator.comparing((Told each) -> isPublished(events, each))
                    .thenComparing(Told::sequence))
            .orElseThrow(() ->
                new NoSuchObject(
                    RejectionCode.CONTRACT_VERSION_NOT_FOUND,
                    "The contract %s has no submission %s."
                        .formatted(contract, version != null ? version : submission)));
    VerdictBasis recorded = told.basis();
    Judgement judgement =
        Judgement.of(
            contract.value(),
            told.document(),
            predecessor(events, told),
            told.at(),
            CompiledPolicySet.compile(
                sets.current().byNumber(told.verdict().policySet()).orElseThrow()),
            recorded == null ? asOf(told.at()) : as(recorded));
    return new Again(
        told.sequence(),
        told.verdict(),
        judgement.verdict(),
        recorded == null ? judgement.basis() : recorded,
        recorded != null);
  }

  private static Predicate<Told> wanted(
      List<Event> events, @Nullable String version, @Nullable Long submission) {
    return told ->
        submission != null
            ? told.sequence() == submission
            : switch (events.get(told.sequence())) {
              case ContractVersionPublished published -> published.version().equals(version);
              case ContractVersionRejected rejected ->
                  version != null && version.equals(rejected.version());
              default -> false;
            };
  }

  private static boolean isPublished(List<Event> events, Told told) {
    return events.get(told.sequence()) instanceof ContractVersionPublished;
  }

  private static Optional<Told> told(List<Event> events, int sequence) {
    return switch (events.get(sequence)) {
      case ContractVersionPublished event ->
          Optional.of(
              new Told(
                  sequence, event.document(), event.verdict(), event.basis(), event.publishedAt()));
      case ContractVersionRejected event ->
          Optional.of(
              new Told(
                  sequence, event.document(), event.verdict(), event.basis(), event.rejectedAt()));
      case ContractAssessed event ->
          published(events, sequence)
              .filter(published -> published.version().equals(event.version()))
              .findFirst()
              .map(published ->
                  new Told(
                      sequence,
                      published.document(),
                      event.verdict(),
                      event.basis(),
                      event.assessedAt()));
      default -> Optional.empty();
    };
  }

  private static Stream<ContractVersionPublished> published(List<Event> events, int before) {
    return events.subList(0, before).stream()
        .filter(ContractVersionPublished.class::isInstance)
        .map(ContractVersionPublished.class::cast);
  }

  private static Judgement.@Nullable Predecessor predecessor(List<Event> events, Told told) {
    VerdictBasis basis = told.basis();
    Stream<ContractVersionPublished> before = published(events, told.sequence());
    return (basis == null
            ? before.max(BY_RELEASE)
            : before
                .filter(published -> published.version().equals(basis.previousVersion()))
                .findFirst())
        .map(published ->
            new Judgement.Predecessor(
                SemanticVersion.of(published.version()), published.document()))
        .orElse(null);
  }

  /** What was recorded, with documents from the streams. */
  private UpstreamLookup as(VerdictBasis basis) {
    return new UpstreamLookup() {
      @Override
      public Optional<UpstreamContract> find(String id) {
        return basis.upstream().stream()
            .filter(read -> read.contract().equals(id))
            .filter(read -> read.version() != null)
            .findFirst()
            .map(read ->
                new UpstreamContract(id, read.version(), read.digest(), () -> document(read)));
      }

      @Override
      public Optional<DriftRead> drift(String id, ContractOutline outline, Instant at) {
        return Optional.ofNullable(basis.drift());
      }

      @Override
      public Optional<BudgetRead> budget(String id, Instant at) {
        return Optional.ofNullable(basis.budget());
      }
    };
  }

  private Optional<String> document(UpstreamRead read) {
    return published(read.contract())
        .filter(published ->
            published.version().equals(read.version()) && published.digest().equals(read.digest()))
        .map(ContractVersionPublished::document)
        .findFirst();
  }

  /** What had been published by then. */
  private UpstreamLookup asOf(Instant at) {
    return id ->
        published(id)
            .filter(published -> !published.publishedAt().isAfter(at))
            .max(BY_RELEASE)
            .map(published ->
                new UpstreamContract(
                    id,
                    published.version(),
                    published.digest(),
                    () -> Optional.of(published.document())));
  }

  private Stream<ContractVersionPublished> published(String contract) {
    return streams
        .read(new ContractId(contract).stream(), Set.of(ContractVersionPublished.class))
        .stream()
        .map(ContractVersionPublished.class::cast);
  }
}
