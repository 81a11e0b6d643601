package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.time;

import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * When domains gave up their seats, UTC.
 *
 * @param vacated by domain, in order
 */
record SeatHistory(Map<DomainId, List<Instant>> vacated) {

  /** Reads the council's document; null where there is none yet. */
  static SeatHistory read(@Nullable Document council) {
    Document left = council == null ? null : council.get("vacated", Document.class);
    Map<DomainId, List<Instant>> vacated = new HashMap<>();
    if (left != null) {
      for (String domain : left.keySet()) {
        vacated.put(
            new DomainId(domain),
            Documents.parts(left, domain).map(seat -> time(seat, "at")).sorted().toList());
      }
    }
    return new SeatHistory(vacated);
  }

  /**
   * Whether the domain kept its seat from when it voted until the round ended.
   *
   * @param ended null while the round goes on
   */
  boolean kept(DomainId domain, Instant voted, @Nullable Instant ended) {
    return vacated.getOrDefault(domain, List.of()).stream()
        .noneMatch(left -> !left.isBefore(voted) && (ended == null || !left.isAfter(ended)));
  }
}
