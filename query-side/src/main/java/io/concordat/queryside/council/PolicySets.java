package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicyChange.ChangePolicy;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/**
 * All policy sets: the first in full, each next one the set before with one change. In force at a
 * time is the set with the highest number of those that are effective from then or earlier.
 *
 * @param views by number, from 1 without gaps
 */
record PolicySets(List<PolicySetView> views) {

  /** Puts the sets together, as far as their numbers have no gap. */
  static PolicySets read(List<Document> documents) {
    List<Document> ordered = new ArrayList<>(documents);
    ordered.sort(Comparator.comparing(set -> set.getInteger(Views.ID)));
    List<PolicySetView> views = new ArrayList<>();
    for (Document document : ordered) {
      int number = document.getInteger(Views.ID);
      if (number == 1) {
        views.add(new PolicySetView(founded(document), null));
      } else if (number == views.size() + 1) {
        views.add(
            new PolicySetView(
                changed(views.getLast().set(), document),
                ProposalId.of(text(document, "proposal"))));
      }
    }
    return new PolicySets(List.copyOf(views));
  }

  /** The set of a number; empty where there is none. */
  Optional<PolicySetView> number(int number) {
    return number < 1 || number > views.size()
        ? Optional.empty()
        : Optional.of(views.get(number - 1));
  }

  /** The set in force at a time; empty before the first. */
  Optional<PolicySetView> inForce(Instant at) {
    return views.reversed().stream()
        .filter(view -> !view.set().effectiveFrom().isAfter(at))
        .findFirst();
  }

  private static PolicySet founded(Document document) {
    return new PolicySet(
        1,
        time(document, "effectiveFrom"),
        list(document, "policies", Policy.class).stream()
            .sorted(Comparator.comparing(Policy::id))
            .toList(),
        list(document, "semanticTypes", SemanticType.class).stream()
            .sorted(Comparator.comparing(SemanticType::name))
            .toList());
  }

  private static PolicySet changed(PolicySet before, Document document) {
    Map<String, Policy> policies = new TreeMap<>();
    before.policies().forEach(policy -> policies.put(policy.id(), policy));
    switch (Values.value(part(document, "change"), PolicyChange.class)) {
      case AddPolicy add -> policies.put(add.policyId(), add.policy());
      case ChangePolicy change -> policies.put(change.policyId(), change.policy());
      case RetirePolicy retire -> policies.remove(retire.policyId());
    }
    return new PolicySet(
        before.number() + 1,
        time(document, "effectiveFrom"),
        List.copyOf(policies.values()),
        before.semanticTypes());
  }

  private static <T> List<T> list(Document document, String field, Class<T> type) {
    return Objects.requireNonNull(document.getList(field, Document.class)).stream()
        .map(element -> Values.value(element, type))
        .toList();
  }
}
