package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.DelegationView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.FindVoice;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.policy.FindPolicyOrigins;
import io.concordat.messages.policy.FindPolicySet;
import io.concordat.messages.policy.FindPolicySets;
import io.concordat.messages.policy.ListSemanticTypes;
import io.concordat.messages.policy.PolicyKey;
import io.concordat.messages.policy.PolicyOriginView;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Waiver;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.LoadedList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The council's seats and rules, and the policy sets. */
public final class CouncilQueries {

  private final Documents documents;
  private final Clock clock;

  /**
   * Answers from the read models.
   *
   * @param clock says which policy set is in force now
   */
  public CouncilQueries(Documents documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  @QueryHandler
  Optional<CouncilView> handle(FindCouncil query) {
    return Optional.ofNullable(documents.find(Views.COUNCIL, Filters.exists("rules")).first())
        .map(document -> council(document, clock.instant()));
  }

  /** A person acts for one domain at most: as its representative, else as its delegate. */
  @QueryHandler
  Optional<SeatView> handle(FindVoice query) {
    List<SeatView> seats = handle(new FindCouncil()).map(CouncilView::seats).orElse(List.of());
    return seats.stream()
        .filter(seat -> seat.representative().equals(query.person()))
        .findFirst()
        .or(() ->
            seats.stream()
                .filter(seat -> seat.heldBy(query.person(), clock.instant()))
                .findFirst());
  }

  @QueryHandler
  Optional<PolicySetView> handle(FindPolicySet query) {
    PolicySets sets = policySets();
    return query.number() != null
        ? sets.number(query.number())
        : sets.inForce(query.asOf() == null ? clock.instant() : query.asOf());
  }

  @QueryHandler
  List<PolicySetView> handle(FindPolicySets query) {
    PolicySets sets = policySets();
    return query.numbers().stream().flatMap(number -> sets.number(number).stream()).toList();
  }

  @QueryHandler
  Map<PolicyKey, PolicyOriginView> handle(FindPolicyOrigins query) {
    return new PolicyOrigins(documents, policySets()).of(query.keys());
  }

  @QueryHandler
  Page<SemanticType> handle(ListSemanticTypes query) {
    List<SemanticType> types =
        policySets().inForce(clock.instant()).map(view -> view.set().semanticTypes()).stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(SemanticType::name))
            .toList();
    return Pages.of(new LoadedList<>(types, SemanticType::name), query.page());
  }

  /** The waivers of the policy set in force at an instant that had not ended by then. */
  public static List<Waiver> waiversHeldAt(Documents documents, Instant at) {
    return policySets(documents).inForce(at).map(view -> view.set().waivers()).stream()
        .flatMap(List::stream)
        .filter(waiver -> waiver.holds(at))
        .toList();
  }

  private PolicySets policySets() {
    return policySets(documents);
  }

  private static PolicySets policySets(Documents documents) {
    return PolicySets.read(
        documents.find(Views.POLICY_SETS, Filters.empty()).into(new ArrayList<>()));
  }

  private static CouncilView council(Document document, Instant now) {
    Document seats = document.get("seats", Document.class);
    Document delegations = document.get("delegations", Document.class);
    List<SeatView> taken = new ArrayList<>();
    if (seats != null) {
      for (String domain : seats.keySet()) {
        Document seat = part(seats, domain);
        if (seat.containsKey("representative")) {
          taken.add(
              new SeatView(
                  new DomainId(domain),
                  subject(seat, "representative"),
                  time(seat, "appointedAt"),
                  delegations == null
                      ? null
                      : delegation(delegations.get(domain, Document.class), now)));
        }
      }
    }
    taken.sort(Comparator.comparing(SeatView::domain));
    List<CouncilView.Rules> history = rules(document);
    CouncilRules inForce = history.getFirst().rules();
    for (CouncilView.Rules rules : history) {
      inForce = rules.from().isAfter(now) ? inForce : rules.rules();
    }
    return new CouncilView(inForce, history, List.copyOf(taken));
  }

  /** In the order in which they come into force; of two at one instant, the later adopted last. */
  private static List<CouncilView.Rules> rules(Document document) {
    List<CouncilView.Rules> history = new ArrayList<>();
    history.add(
        new CouncilView.Rules(
            Values.value(part(document, "rules"), CouncilRules.class),
            time(document, "foundedAt"),
            null));
    Documents.parts(document, "ruleChanges")
        .map(changed ->
            new CouncilView.Rules(
                Values.value(part(changed, "rules"), CouncilRules.class),
                time(changed, "from"),
                ProposalId.of(text(changed, "proposal"))))
        .forEach(history::add);
    history.sort(Comparator.comparing(CouncilView.Rules::from));
    return List.copyOf(history);
  }

  private static @Nullable DelegationView delegation(@Nullable Document named, Instant now) {
    if (named == null || !named.containsKey("delegate") || !time(named, "until").isAfter(now)) {
      return null;
    }
    return new DelegationView(
        subject(named, "delegate"), time(named, "from"), time(named, "until"));
  }
}
