package io.concordat.contract.commitment;

import io.concordat.contract.odcs.SlaProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and units of service levels, which ODCS leaves open, as one of a few. */
public final class ServiceLevels {

  private static final double DAY = 86_400;

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("av", "availability"),
          Map.entry("th", "throughput"),
          Map.entry("er", "errorRate"),
          Map.entry("ga", "generalAvailability"),
          Map.entry("es", "endOfSupport"),
          Map.entry("el", "endOfLife"),
          Map.entry("re", "retention"),
          Map.entry("fy", "frequency"),
          Map.entry("ly", "latency"),
          Map.entry("freshness", "latency"),
          Map.entry("td", "timeToDetect"),
          Map.entry("tn", "timeToNotify"),
          Map.entry("tr", "timeToRepair"),
          Map.entry("availability", "availability"),
          Map.entry("throughput", "throughput"),
          Map.entry("errorrate", "errorRate"),
          Map.entry("generalavailability", "generalAvailability"),
          Map.entry("endofsupport", "endOfSupport"),
          Map.entry("endoflife", "endOfLife"),
          Map.entry("retention", "retention"),
          Map.entry("frequency", "frequency"),
          Map.entry("latency", "latency"),
          Map.entry("timetodetect", "timeToDetect"),
          Map.entry("timetonotify", "timeToNotify"),
          Map.entry("timetorepair", "timeToRepair"));

  /** Seconds per unit; a month is 30 days, a year 365. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("ms", 0.001),
          Map.entry("millisecond", 0.001),
          Map.entry("s", 1.0),
          Map.entry("sec", 1.0),
          Map.entry("second", 1.0),
          Map.entry("m", 60.0),
          Map.entry("min", 60.0),
          Map.entry("minute", 60.0),
          Map.entry("h", 3_600.0),
          Map.entry("hr", 3_600.0),
          Map.entry("hour", 3_600.0),
          Map.entry("d", DAY),
          Map.entry("day", DAY),
          Map.entry("w", 7 * DAY),
          Map.entry("week", 7 * DAY),
          Map.entry("mo", 30 * DAY),
          Map.entry("month", 30 * DAY),
          Map.entry("y", 365 * DAY),
          Map.entry("yr", 365 * DAY),
          Map.entry("year", 365 * DAY));

  private static final Pattern WITH_UNIT =
      Pattern.compile("\\s*([0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*([A-Za-z%]{1,15})\\s*");

  /** Which values of a service level promise more. */
  public enum Better {
    HIGHER,
    LOWER,
    /** A day on which something ends: the later, the better. */
    LATER_END,
    UNKNOWN
  }

  private ServiceLevels() {}

  /**
   * Which values promise more.
   *
   * @param property name as {@link #property} gives it
   */
  public static Better better(String property) {
    return switch (property) {
      case "availability", "throughput", "retention", "completeness", "accuracy", "uptime" ->
          Better.HIGHER;
      case "latency",
          "frequency",
          "errorRate",
          "timeToDetect",
          "timeToNotify",
          "timeToRepair",
          "generalAvailability" ->
          Better.LOWER;
      case "endOfSupport", "endOfLife" -> Better.LATER_END;
      default -> Better.UNKNOWN;
    };
  }

  /** The standard's name for a property that may be written in any case or abbreviated. */
  public static String property(SlaProperty sla) {
    return SYNONYMS.getOrDefault(sla.property().toLowerCase(Locale.ROOT), sla.property());
  }

  /** The value as seconds; null where it is not a span of time. */
  public static @Nullable Double seconds(SlaProperty sla) {
    BigDecimal number = sla.number();
    return number == null ? seconds(sla.value()) : scaled(number.doubleValue(), sla.unit());
  }

  /**
   * A span of time with its unit, such as {@code 25h}, {@code 500 ms} or {@code P1Y}, in seconds; a
   * month counts as 30 days, a year as 365. Null where the text is none.
   */
  public static @Nullable Double seconds(String text) {
    Matcher matcher = WITH_UNIT.matcher(text);
    if (matcher.matches()) {
      return scaled(Double.parseDouble(matcher.group(1)), matcher.group(2));
    }
    return isoSeconds(text.strip());
  }

  /** The value as a percentage from 0; null where it is not one. */
  public static @Nullable Double percent(SlaProperty sla) {
    BigDecimal number = sla.number();
    if (number != null) {
      return isPercent(sla.unit()) ? number.doubleValue() : null;
    }
    return percent(sla.value());
  }

  /** A percentage with its sign or unit, such as {@code 99.9%}; null where the text is none. */
  public static @Nullable Double percent(String text) {
    Matcher matcher = WITH_UNIT.matcher(text);
    return matcher.matches() && isPercent(matcher.group(2))
        ? Double.valueOf(matcher.group(1))
        : null;
  }

  /** Whether a unit means percent. */
  public static boolean isPercent(@Nullable String unit) {
    return unit != null && (unit.strip().equals("%") || unit.strip().equalsIgnoreCase("percent"));
  }

  private static @Nullable Double scaled(double number, @Nullable String unit) {
    if (unit == null) {
      return null;
    }
    String name = unit.strip().toLowerCase(Locale.ROOT);
    Double factor = UNITS.get(name);
    if (factor == null && name.endsWith("s")) {
      factor = UNITS.get(name.substring(0, name.length() - 1));
    }
    return factor == null ? null : number * factor;
  }

  private static @Nullable Double isoSeconds(String text) {
    if (!text.startsWith("P") || text.length() > 40) {
      return null;
    }
    try {
      if (text.contains("T")) {
        return Duration.parse(text).toMillis() / 1_000.0;
      }
      Period period = Period.parse(text);
      return period.getYears() * 365 * DAY + period.getMonths() * 30 * DAY + period.getDays() * DAY;
    } catch (DateTimeParseException | ArithmeticException notIso) {
      return null;
    }
  }
}
