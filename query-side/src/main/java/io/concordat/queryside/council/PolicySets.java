package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * All policy sets: the first in full, each next one by its change, after the rule of {@link
 * PolicySet#next}.
 *
 * @param views by number, from 1 without gaps
 */
record PolicySets(List<PolicySetView> views) {

  /** Puts the sets together, as far as their numbers have no gap. */
  static PolicySets read(List<Document> documents) {
    List<Document> ordered = new ArrayList<>(documents);
    ordered.sort(Comparator.comparing(set -> set.getInteger(Views.ID)));
    List<PolicySet> sets = new ArrayList<>();
    List<PolicySetView> views = new ArrayList<>();
    for (Document document : ordered) {
      Optional<PolicySet> set =
          document.getInteger(Views.ID) == 1
              ? Optional.of(founded(document))
              : PolicySet.next(
                      sets,
                      Values.value(part(document, "change"), PolicyChange.class),
                      time(document, "effectiveFrom"))
                  .filter(next -> next.number() == document.getInteger(Views.ID));
      if (set.isEmpty()) {
        break;
      }
      sets.add(set.get());
      views.add(
          new PolicySetView(
              set.get(), sets.size() == 1 ? null : ProposalId.of(text(document, "proposal"))));
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
    return PolicySet.inForce(views.stream().map(PolicySetView::set).toList(), at)
        .flatMap(set -> number(set.number()));
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
            .toList(),
        list(document, "parameters", PolicyParameter.class).stream()
            .sorted(Comparator.comparing(PolicyParameter::name))
            .toList(),
        List.of());
  }

  private static <T> List<T> list(Document document, String field, Class<T> type) {
    return document.getList(field, Document.class, List.of()).stream()
        .map(element -> Values.value(element, type))
        .toList();
  }
}
