package io.concordat.server.wiring;

import io.concordat.contract.SemanticVersion;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Event;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a contract's stream says of its versions that have a successor. */
public final class ContractPast {

  /** The events that matter here; none of them holds a document. */
  private static final Set<Class<? extends Event>> TOLD_BY =
      Set.of(
          ContractVersionDeprecated.class,
          ContractSupportExtended.class,
          ContractVersionRetired.class);

  private final Map<String, String> successors = new LinkedHashMap<>();
  private final Map<String, Instant> supportedUntil = new HashMap<>();
  private final Set<String> retired = new HashSet<>();

  /** As the stream is at this moment; costs as much as there were deprecations. */
  public static ContractPast read(StreamReader streams, ContractId contract) {
    return of(streams.read(contract.stream(), TOLD_BY));
  }

  /** Folds events of a contract's stream. */
  static ContractPast of(List<Event> events) {
    ContractPast past = new ContractPast();
    events.forEach(event -> past.take((ContractEvent) event));
    return past;
  }

  private void take(ContractEvent event) {
    switch (event) {
      case ContractVersionPublished _, ContractVersionRejected _, ContractAssessed _ -> {}
      case ContractVersionDeprecated told -> {
        successors.put(told.version(), told.successor());
        supportedUntil.put(told.version(), told.supportedUntil());
      }
      case ContractSupportExtended told ->
          supportedUntil.put(told.version(), told.supportedUntil());
      case ContractVersionRetired told -> retired.add(told.version());
    }
  }

  /** The version that took over; empty where none did. */
  public Optional<String> successorOf(String version) {
    return Optional.ofNullable(successors.get(version));
  }

  /** End of support, UTC; empty where the version has no successor. */
  public Optional<Instant> supportedUntil(String version) {
    return Optional.ofNullable(supportedUntil.get(version));
  }

  /** Whether the version is no longer served. */
  public boolean isRetired(String version) {
    return retired.contains(version);
  }

  /** Versions that are served beside a successor, in the order of their deprecation. */
  public List<String> leaving() {
    return successors.keySet().stream().filter(version -> !isRetired(version)).toList();
  }

  /**
   * Whether a version was the newest of those that end with a successor by {@link
   * SemanticVersion#BY_RELEASE}. Readers are told of one way from there; the others are no ways of
   * their own.
   */
  public boolean isLeftBy(String version, String successor) {
    return successors.entrySet().stream()
        .filter(each -> each.getValue().equals(successor))
        .map(Map.Entry::getKey)
        .max(Comparator.comparing(SemanticVersion::of, SemanticVersion.BY_RELEASE))
        .filter(version::equals)
        .isPresent();
  }
}
