package io.concordat.contract.commitment;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.SlaProperty;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a contract wants one of its promises to be watched. Each is null where the contract does not
 * say, or says what cannot be read.
 *
 * @param severity of its incidents, lower case: one of the standard's examples {@code info}, {@code
 *     warning} and {@code error}, or {@code low}, {@code medium}, {@code high}, {@code critical}
 * @param brokenChecks how many in a row break it, 1 to 1,000
 * @param keptChecks how many in a row mend it, 1 to 1,000
 * @param expectedEvery how long it can be without an observation until nobody knows where it
 *     stands, above zero
 * @param scheduler such as {@code cron}
 * @param schedule as the scheduler writes it
 * @param timeZone of the schedule
 * @param objective least share of a month's checks that must be kept, percent, above 0 up to 100
 */
public record WatchTerms(
    @Nullable String severity,
    @Nullable Integer brokenChecks,
    @Nullable Integer keptChecks,
    @Nullable Duration expectedEvery,
    @Nullable String scheduler,
    @Nullable String schedule,
    @Nullable String timeZone,
    @Nullable Double objective) {

  /** At the root: a list of mappings, each with the name of a promise as its commitment. */
  public static final String PROPERTY = "commitments";

  private static final WatchTerms NONE =
      new WatchTerms(null, null, null, null, null, null, null, null);
  private static final int MOST_CHECKS = 1_000;

  /**
   * Reads the terms of promises: what the root's custom property {@value #PROPERTY} says of a name
   * comes before what the rule or the service level says itself.
   */
  public static Function<NamedCommitment, WatchTerms> of(OdcsContract contract) {
    Map<String, WatchTerms> own = new HashMap<>();
    for (SchemaObject object : contract.objects()) {
      rules(object.quality(), own);
      object.properties().forEach(property -> rules(property, own));
    }
    for (SlaProperty level : contract.slaProperties()) {
      own.put(
          level.at().path(),
          new WatchTerms(null, null, null, null, level.scheduler(), level.schedule(), null, null));
    }
    Map<String, WatchTerms> named = named(contract);
    return promise ->
        named
            .getOrDefault(promise.name(), NONE)
            .before(own.getOrDefault(promise.commitment().at().path(), NONE));
  }

  private static Map<String, WatchTerms> named(OdcsContract contract) {
    Map<String, WatchTerms> named = new HashMap<>();
    Node list =
        CustomProperties.find(contract.customProperties(), PROPERTY)
            .map(CustomProperty::value)
            .orElse(null);
    if (list instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Mapping mapping) {
          String name = text(mapping.get("commitment"));
          if (name != null) {
            named.putIfAbsent(name, read(part -> text(mapping.get(part))));
          }
        }
      }
    }
    return named;
  }

  private static void rules(Property property, Map<String, WatchTerms> own) {
    rules(property.quality(), own);
    property.properties().forEach(child -> rules(child, own));
    Property items = property.items();
    if (items != null) {
      rules(items, own);
    }
  }

  private static void rules(List<QualityRule> rules, Map<String, WatchTerms> own) {
    for (QualityRule rule : rules) {
      WatchTerms native31 =
          new WatchTerms(
              severity(rule.severity()),
              null,
              null,
              null,
              rule.scheduler(),
              rule.schedule(),
              null,
              null);
      WatchTerms custom = read(part -> CustomProperties.text(rule.customProperties(), part));
      own.put(rule.at().path(), native31.before(custom));
    }
  }

  private static WatchTerms read(Function<String, @Nullable String> part) {
    return new WatchTerms(
        severity(part.apply("severity")),
        checks(part.apply("brokenChecks")),
        checks(part.apply("keptChecks")),
        duration(part.apply("expectedEvery")),
        part.apply("scheduler"),
        part.apply("schedule"),
        part.apply("timeZone"),
        objective(part.apply("objective")));
  }

  private WatchTerms before(WatchTerms other) {
    boolean scheduled = schedule != null;
    return new WatchTerms(
        or(severity, other.severity),
        or(brokenChecks, other.brokenChecks),
        or(keptChecks, other.keptChecks),
        or(expectedEvery, other.expectedEvery),
        scheduled ? scheduler : other.scheduler,
        scheduled ? schedule : other.schedule,
        or(timeZone, other.timeZone),
        or(objective, other.objective));
  }

  private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  private static @Nullable String text(@Nullable Node node) {
    return node instanceof Scalar scalar && !scalar.isNull() ? scalar.text().strip() : null;
  }

  private static @Nullable String severity(@Nullable String text) {
    return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Integer checks(@Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,4}")) {
      return null;
    }
    int number = Integer.parseInt(text);
    return number < 1 || number > MOST_CHECKS ? null : number;
  }

  private static @Nullable Double objective(@Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
      return null;
    }
    double percent = Double.parseDouble(text);
    return percent > 0 && percent <= 100 ? percent : null;
  }

  private static @Nullable Duration duration(@Nullable String text) {
    try {
      Duration read = text == null ? Duration.ZERO : Duration.parse(text);
      return read.isPositive() ? read : null;
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
