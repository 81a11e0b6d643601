package io.concordat.server.observation;

import io.concordat.contract.commitment.Commitment;
import io.concordat.contract.commitment.CommitmentKind;
import io.concordat.contract.commitment.Commitments;
import io.concordat.contract.commitment.Threshold;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.observation.evaluation.Pledge;
import io.concordat.observation.evaluation.Promise;
import io.concordat.observation.evaluation.fold.Promised;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What observations of a document can be held against, by the names of record 39. */
final class ContractPromises {

  private final Map<String, String> ruleNames = new HashMap<>();
  private final Map<String, List<Promise>> promises = new LinkedHashMap<>();
  private final Map<String, Long> oldest = new HashMap<>();

  private ContractPromises() {}

  /** Commitments by name. Dates are not among them: the calendar keeps or breaks them. */
  static Map<String, Promised> of(OdcsContract contract) {
    ContractPromises reading = new ContractPromises();
    contract.objects().forEach(reading::name);
    Commitments.of(contract).forEach(reading::take);
    Map<String, Promised> found = new LinkedHashMap<>();
    reading.promises.forEach((name, list) ->
        found.put(
            name,
            new Promised(Pledge.of(list), reading.oldest.getOrDefault(name, Long.MAX_VALUE))));
    return Map.copyOf(found);
  }

  private void name(SchemaObject object) {
    object.quality().forEach(this::name);
    object.properties().forEach(this::name);
  }

  private void name(io.concordat.contract.odcs.Property property) {
    property.quality().forEach(this::name);
    property.properties().forEach(this::name);
    io.concordat.contract.odcs.Property items = property.items();
    if (items != null) {
      name(items);
    }
  }

  private void name(QualityRule rule) {
    String own = rule.name() == null || rule.name().isBlank() ? rule.id() : rule.name();
    if (own != null && !own.isBlank()) {
      ruleNames.put(rule.at().path(), own.strip());
    }
  }

  private void take(Commitment commitment) {
    String name = name(commitment);
    switch (commitment) {
      case Commitment.Measured measured -> {
        Promise promise =
            new Promise(
                measured.threshold().ranges().stream().map(ContractPromises::range).toList(),
                measured.unit());
        promises.computeIfAbsent(name, _ -> new ArrayList<>()).add(promise);
        if (measured.kind() == CommitmentKind.FRESHNESS) {
          oldest.merge(name, millis(promise), Math::min);
        }
      }
      case Commitment.NotEvaluable _ ->
          promises.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Promise(List.of(), ""));
      case Commitment.Dated _ -> {}
    }
  }

  private String name(Commitment commitment) {
    StringBuilder name =
        new StringBuilder(commitment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String element = commitment.element();
    if (element != null) {
      name.append(':').append(element);
    }
    String rule = ruleNames.get(commitment.at().path());
    if (rule != null) {
      name.append(':').append(rule);
    }
    return name.length() > 200 ? name.substring(0, 200) : name.toString();
  }

  private static Promise.Range range(Threshold.Range range) {
    return new Promise.Range(
        number(range.low(), Double.NEGATIVE_INFINITY),
        range.lowIncluded(),
        number(range.high(), Double.POSITIVE_INFINITY),
        range.highIncluded());
  }

  private static double number(@Nullable BigDecimal value, double none) {
    return value == null ? none : value.doubleValue();
  }

  private static long millis(Promise freshness) {
    double longest =
        freshness.ranges().stream().mapToDouble(Promise.Range::high).max().orElse(0) * 1_000;
    return longest >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) longest;
  }
}
