package io.concordat.contract.commitment;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.tree.Scalar;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a contract promises to serve a version after its successor has come: the custom property
 * {@code noticePeriod}, an ISO 8601 duration such as {@code P60D} or {@code P3M}, or a number of
 * days. At most ten years. Years and months are those of the calendar, UTC.
 *
 * @param date years, months and days
 * @param time hours, minutes and seconds
 */
public record NoticePeriod(Period date, Duration time) {

  /** The custom property at the root that holds it. */
  public static final String PROPERTY = "noticePeriod";

  /** What is promised without saying so; nobody can promise less. */
  public static final Duration LEAST = Duration.ofDays(30);

  private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");

  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(?<date>P(?:[0-9]{1,5}Y)?(?:[0-9]{1,5}M)?(?:[0-9]{1,5}W)?(?:[0-9]{1,5}D)?)"
              + "(?:T(?=[0-9])(?<time>(?:[0-9]{1,5}H)?(?:[0-9]{1,5}M)?(?:[0-9]{1,5}S)?))?");

  private static final int LONGEST_YEARS = 10;

  /** Reads a period; empty where it is none or longer than ten years. */
  public static Optional<NoticePeriod> parse(String text) {
    if (DAYS.matcher(text).matches()) {
      return bounded(new NoticePeriod(Period.ofDays(Integer.parseInt(text)), Duration.ZERO));
    }
    Matcher iso = ISO_8601.matcher(text);
    if (!iso.matches() || text.equals("P")) {
      return Optional.empty();
    }
    String date = iso.group("date");
    String time = iso.group("time");
    return bounded(
        new NoticePeriod(
            date.equals("P") ? Period.ZERO : Period.parse(date),
            time == null ? Duration.ZERO : Duration.parse("PT" + time)));
  }

  /** What a contract promises; empty where it promises nothing that can be read. */
  public static Optional<NoticePeriod> of(OdcsContract contract) {
    return declared(contract).flatMap(NoticePeriod::read);
  }

  /**
   * What a published document promises. A document that does not mention the property is not read,
   * so that replaying a contract's history costs next to nothing.
   */
  public static Optional<NoticePeriod> of(String document) {
    return document.contains(PROPERTY)
        ? Optional.ofNullable(OdcsReader.read(document).contract()).flatMap(NoticePeriod::of)
        : Optional.empty();
  }

  /**
   * What is wrong with a promise that cannot be read; empty where it can, or where there is none.
   */
  public static Optional<Violation> violation(OdcsContract contract) {
    return declared(contract)
        .filter(property -> read(property).isEmpty())
        .map(property ->
            new Violation(
                "notice-period",
                Severity.ERROR,
                property.at().path() + ".value",
                property.value().span().line(),
                "Write the notice period as an ISO 8601 duration such as P60D, or as a number"
                    + " of days; it can be ten years at most."));
  }

  /**
   * The latest instant until which a version can be promised, asked for or extended at another: ten
   * years later, by the calendar, UTC.
   */
  public static Instant latestEnd(Instant now) {
    return now.atZone(ZoneOffset.UTC).plusYears(LONGEST_YEARS).toInstant();
  }

  /** When the promise ends that begins to run at an instant. */
  public Instant after(Instant start) {
    return start.atZone(ZoneOffset.UTC).plus(date).plus(time).toInstant();
  }

  /** Whether it promises more than the {@link #LEAST}. */
  public boolean isMoreThanLeast() {
    return after(Instant.EPOCH).isAfter(Instant.EPOCH.plus(LEAST));
  }

  /** Whether it ends later than the other when both begin at once. */
  public boolean isLongerThan(NoticePeriod other) {
    return after(Instant.EPOCH).isAfter(other.after(Instant.EPOCH));
  }

  private static Optional<CustomProperty> declared(OdcsContract contract) {
    return CustomProperties.find(contract.customProperties(), PROPERTY);
  }

  private static Optional<NoticePeriod> read(CustomProperty property) {
    return property.value() instanceof Scalar scalar
        ? parse(scalar.text().strip())
        : Optional.empty();
  }

  private static Optional<NoticePeriod> bounded(NoticePeriod period) {
    return period.after(Instant.EPOCH).isAfter(latestEnd(Instant.EPOCH))
        ? Optional.empty()
        : Optional.of(period);
  }
}
