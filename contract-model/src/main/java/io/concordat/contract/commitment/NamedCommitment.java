package io.concordat.contract.commitment;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promise with the name that observations know it by: its kind in lower case with hyphens, then
 * its element, then the rule's own name or id where it has one, such as {@code
 * accuracy:payment.amount:parents_exist}. Positions in the document would change from version to
 * version. Promises of one contract may share a name.
 *
 * @param name 200 characters at most
 * @param rule the rule's own name, else its id; null for service levels and rules with neither
 * @param ruleId the rule's id; null where it has none
 */
public record NamedCommitment(
    String name, @Nullable String rule, @Nullable String ruleId, Commitment commitment) {

  private static final int LONGEST = 200;

  /** All promises of a contract, in the order of {@link Commitments#of}. */
  public static List<NamedCommitment> of(OdcsContract contract) {
    Map<String, QualityRule> rules = new HashMap<>();
    for (SchemaObject object : contract.objects()) {
      note(object.quality(), rules);
      object.properties().forEach(property -> note(property, rules));
    }
    return Commitments.of(contract).stream()
        .map(commitment -> of(commitment, rules.get(commitment.at().path())))
        .toList();
  }

  private static NamedCommitment of(Commitment commitment, @Nullable QualityRule at) {
    String id = at == null ? null : shown(at.id());
    String own = at == null || shown(at.name()) == null ? id : shown(at.name());
    StringBuilder name =
        new StringBuilder(commitment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String element = commitment.element();
    if (element != null) {
      name.append(':').append(element);
    }
    if (own != null) {
      name.append(':').append(own);
    }
    return new NamedCommitment(
        name.length() > LONGEST ? name.substring(0, LONGEST) : name.toString(),
        own,
        id,
        commitment);
  }

  private static void note(Property property, Map<String, QualityRule> rules) {
    note(property.quality(), rules);
    property.properties().forEach(child -> note(child, rules));
    Property items = property.items();
    if (items != null) {
      note(items, rules);
    }
  }

  private static void note(List<QualityRule> quality, Map<String, QualityRule> rules) {
    quality.forEach(rule -> rules.put(rule.at().path(), rule));
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
