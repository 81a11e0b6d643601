package io.concordat.messages.mesh;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known for and against taking a version off.
 *
 * @param findings what speaks against it, in the order of their codes, then by reader
 * @param lastReadAt when a read was last seen that was, or may have been, of this version, UTC;
 *     null where none was
 * @param recentDays for how many days a read counts
 */
public record RetirementView(
    RetirementVerdict verdict,
    List<Finding> findings,
    @Nullable Instant lastReadAt,
    int recentDays) {

  public RetirementView {
    findings = List.copyOf(findings);
  }

  /**
   * One thing that speaks against it.
   *
   * @param reader whom it is about, as in {@link SightingView}; null where it is about nobody
   * @param at when it was last seen, or until when it is promised, UTC; null where neither
   * @param message for people
   */
  public record Finding(
      RetirementReason code, @Nullable String reader, @Nullable Instant at, String message) {}
}
