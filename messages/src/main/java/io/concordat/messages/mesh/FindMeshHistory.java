package io.concordat.messages.mesh;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Query;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Asks for the figures of the mesh month by month (UTC), the first month first; months that have
 * not begun are left out.
 *
 * @param from first month
 * @param to last month, at most 120 months in all
 */
public record FindMeshHistory(YearMonth from, YearMonth to) implements Query<List<MeshMonthView>> {

  private static final int MOST_MONTHS = 120;

  public FindMeshHistory {
    if (to.isBefore(from) || from.until(to, ChronoUnit.MONTHS) >= MOST_MONTHS) {
      throw new InvalidValue("to", "must be " + from + " or one of the 119 months after it");
    }
  }
}
