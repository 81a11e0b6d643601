package io.concordat.contract.commitment;

import io.concordat.contract.odcs.SlaProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service level says, in one unit per kind, so that {@code 24 h} and {@code 1 d} are the
 * same.
 */
public sealed interface Measure {

  /** A span of time in seconds; a month is 30 days, a year 365. */
  record Span(BigDecimal seconds) implements Measure {}

  /** A share from 0 to 100. */
  record Percent(BigDecimal value) implements Measure {}

  /** A point in time; a day without a time begins at midnight UTC. */
  record Moment(Instant at) implements Measure {}

  /**
   * A number of something else.
   *
   * @param unit lower case, null where none is written
   */
  record Amount(BigDecimal value, @Nullable String unit) implements Measure {}

  /** Words that are none of the others, as written but for the blanks around them. */
  record Words(String text) implements Measure {}

  /** Names of spans that people write where the standard wants a number. */
  Map<String, Integer> RHYTHMS =
      Map.ofEntries(
          Map.entry("hourly", 3_600),
          Map.entry("daily", 86_400),
          Map.entry("weekly", 604_800),
          Map.entry("monthly", 2_592_000),
          Map.entry("quarterly", 7_776_000),
          Map.entry("yearly", 31_536_000),
          Map.entry("annually", 31_536_000));

  /** Service levels whose bare number above 1 is a percentage. */
  Set<String> SHARES = Set.of("availability", "errorRate", "completeness", "accuracy", "uptime");

  /** A number with what follows it. */
  Pattern NUMBER_AND_REST =
      Pattern.compile("([-+]?[0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*([^0-9\\s].{0,40})");

  /** What a service level says. Never fails: what cannot be read is {@link Words}. */
  static Measure of(SlaProperty sla) {
    String text = sla.value().strip();
    Double percent = ServiceLevels.percent(sla);
    if (percent != null) {
      return new Percent(plain(percent));
    }
    Double seconds = ServiceLevels.seconds(sla);
    if (seconds != null) {
      return new Span(plain(seconds));
    }
    if (sla.number() != null) {
      return amount(ServiceLevels.property(sla), sla.number(), sla.unit());
    }
    Integer rhythm = RHYTHMS.get(text.toLowerCase(Locale.ROOT));
    if (rhythm != null) {
      return new Span(BigDecimal.valueOf(rhythm).stripTrailingZeros());
    }
    Instant moment = moment(text);
    if (moment != null) {
      return new Moment(moment);
    }
    Matcher matcher = NUMBER_AND_REST.matcher(text);
    return matcher.matches() && sla.unit() == null
        ? new Amount(
            new BigDecimal(matcher.group(1)).stripTrailingZeros(),
            matcher.group(2).strip().toLowerCase(Locale.ROOT))
        : new Words(text);
  }

  private static Measure amount(String property, BigDecimal number, @Nullable String unit) {
    boolean share =
        SHARES.contains(property)
            && number.compareTo(BigDecimal.ONE) > 0
            && number.compareTo(BigDecimal.valueOf(100)) <= 0;
    String name = unit == null || unit.isBlank() ? null : unit.strip().toLowerCase(Locale.ROOT);
    return share && name == null
        ? new Percent(number.stripTrailingZeros())
        : new Amount(number.stripTrailingZeros(), name);
  }

  /** The instant that a date or a time with a zone names; null where it is none. */
  private static @Nullable Instant moment(String text) {
    if (text.length() < 10 || text.length() > 40 || !Character.isDigit(text.charAt(0))) {
      return null;
    }
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String zoned = text.replace(' ', 'T');
      return zoned.matches(".*(Z|[-+][0-9:]{2,8})$") && zoned.indexOf('T') == 10
          ? OffsetDateTime.parse(zoned).toInstant()
          : LocalDateTime.parse(zoned).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  private static BigDecimal plain(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
