package io.concordat.server.wiring;

import io.concordat.contract.SemanticVersion;
import io.concordat.messages.Event;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a contract's stream says of its versions. */
public final class ContractPast {

  private final List<String> published = new ArrayList<>();
  private final Map<String, String> documents = new HashMap<>();
  private final Map<String, String> successors = new LinkedHashMap<>();
  private final Map<String, Instant> supportedUntil = new HashMap<>();
  private final Set<String> retired = new HashSet<>();

  /** Folds the events of a contract's stream. */
  public static ContractPast of(List<Event> events) {
    ContractPast past = new ContractPast();
    events.forEach(event -> past.take((ContractEvent) event));
    return past;
  }

  private void take(ContractEvent event) {
    switch (event) {
      case ContractVersionPublished told -> {
        published.add(told.version());
        documents.put(told.version(), told.document());
      }
      case ContractVersionRejected _ -> {}
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

  /** The document of a published version; empty where there is no such version. */
  public Optional<String> document(String version) {
    return Optional.ofNullable(documents.get(version));
  }

  /** Versions that are served beside a successor, in the order of their deprecation. */
  public List<String> leaving() {
    return successors.keySet().stream().filter(version -> !isRetired(version)).toList();
  }

  /**
   * Whether a version was the newest of those that end with a successor; a release counts as newer
   * than every pre-release. Readers are told of one way from there; the others are no ways of their
   * own.
   */
  public boolean isLeftBy(String version, String successor) {
    return published.stream()
        .filter(each -> successor.equals(successors.get(each)))
        .max(
            Comparator.<String, Boolean>comparing(each -> !SemanticVersion.of(each).isPreRelease())
                .thenComparing(published::indexOf))
        .filter(version::equals)
        .isPresent();
  }
}
