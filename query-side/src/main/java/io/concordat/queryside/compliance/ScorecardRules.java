package io.concordat.queryside.compliance;

import io.concordat.messages.compliance.ScorecardRowView;
import io.concordat.messages.compliance.Standing;
import io.concordat.messages.mesh.DomainId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The formula of the scorecard, in one place.
 *
 * <ul>
 *   <li><b>Compliance</b> of a domain in a month is the checks passed, in percent of the checks
 *       passed and failed, over all windows of all its products that begin within the month (UTC).
 *       Each check counts the same, whatever its product or commitment.
 *   <li>A domain of which nothing was checked has no compliance and no row.
 *   <li><b>Rank</b>: the highest compliance is first; equal compliance shares a rank, and the next
 *       rank counts all that are before it (1, 1, 3).
 *   <li><b>Standing</b>: {@link Standing#of}.
 *   <li><b>Incidents</b> are those opened within the month, resolved or not.
 *   <li><b>Median to resolve</b> is over those of them that are resolved, whenever that was, in
 *       whole seconds; of an even number, the mean of the two in the middle, rounded down.
 *   <li><b>Drift</b> and <b>waivers</b> are those at the end of the month, or now in the current
 *       one. They change neither compliance nor rank.
 * </ul>
 */
final class ScorecardRules {

  private ScorecardRules() {}

  /**
   * Incidents of a domain that were opened within the month.
   *
   * @param opened how many
   * @param secondsToResolve of those that are resolved
   */
  record Incidents(int opened, List<Long> secondsToResolve) {
    static final Incidents NONE = new Incidents(0, List.of());
  }

  /**
   * What the rules say of a domain at the end of the month, or now.
   *
   * @param drifting contracts with a served version that would not ship
   * @param waivers that hold
   */
  record Governance(int drifting, int waivers) {
    static final Governance NONE = new Governance(0, 0);

    Governance plus(Governance other) {
      return new Governance(drifting + other.drifting, waivers + other.waivers);
    }
  }

  /** The rows of a month by rank, then domain. */
  static List<ScorecardRowView> rank(
      Map<DomainId, Tally> checks,
      Map<DomainId, Incidents> incidents,
      Map<DomainId, Governance> governance) {
    List<Map.Entry<DomainId, Tally>> ordered =
        checks.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .sorted(
                Comparator.<Map.Entry<DomainId, Tally>>comparingDouble(
                        entry -> -entry.getValue().percent())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<ScorecardRowView> rows = new ArrayList<>();
    for (Map.Entry<DomainId, Tally> entry : ordered) {
      double percent = entry.getValue().percent();
      boolean tied = !rows.isEmpty() && rows.getLast().compliancePercent() == percent;
      Incidents own = incidents.getOrDefault(entry.getKey(), Incidents.NONE);
      Governance rules = governance.getOrDefault(entry.getKey(), Governance.NONE);
      rows.add(
          new ScorecardRowView(
              tied ? rows.getLast().rank() : rows.size() + 1,
              entry.getKey(),
              percent,
              own.opened(),
              median(own.secondsToResolve()),
              Standing.of(percent),
              rules.drifting(),
              rules.waivers()));
    }
    return rows;
  }

  /** The median in whole seconds; null of nothing. */
  static @Nullable Long median(List<Long> seconds) {
    if (seconds.isEmpty()) {
      return null;
    }
    List<Long> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Math.floorDiv(sorted.get(middle - 1) + sorted.get(middle), 2L);
  }
}
