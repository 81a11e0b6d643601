package io.concordat.queryside.council;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.RoundOutcome;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyKey;
import io.concordat.messages.policy.PolicyOriginView;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who decided a policy as it stood in a set: the adoption that brought this very text. That is the
 * set from which on all sets up to that one hold it unchanged.
 */
final class PolicyOrigins {

  private final Documents documents;
  private final PolicySets sets;

  PolicyOrigins(Documents documents, PolicySets sets) {
    this.documents = documents;
    this.sets = sets;
  }

  private record Found(PolicyKey key, Policy policy, PolicySetView judged, PolicySetView since) {}

  Map<PolicyKey, PolicyOriginView> of(Set<PolicyKey> keys) {
    List<Found> found = new ArrayList<>();
    keys.forEach(key -> find(key).ifPresent(found::add));
    Map<ProposalId, Instant> adopted =
        adopted(
            found.stream()
                .flatMap(each -> Optional.ofNullable(each.since().proposal()).stream())
                .collect(Collectors.toSet()));
    Map<PolicyKey, PolicyOriginView> origins = new HashMap<>();
    for (Found each : found) {
      @Nullable ProposalId proposal = each.since().proposal();
      @Nullable Instant decidedAt = proposal == null ? null : adopted.get(proposal);
      origins.put(
          each.key(),
          new PolicyOriginView(
              each.policy(),
              each.judged(),
              each.since().set().number(),
              proposal,
              decidedAt,
              decidedAt == null ? null : meetingAfter(decidedAt)));
    }
    return origins;
  }

  private Optional<Found> find(PolicyKey key) {
    return sets.number(key.policySet())
        .flatMap(judged ->
            policy(judged.set(), key.policy())
                .map(policy -> new Found(key, policy, judged, since(judged, policy))));
  }

  /** The earliest set of the unbroken row up to the one that judged in which the text is so. */
  private PolicySetView since(PolicySetView judged, Policy policy) {
    PolicySetView since = judged;
    for (int number = judged.set().number() - 1; number >= 1; number--) {
      PolicySetView before = sets.number(number).orElseThrow();
      if (!policy(before.set(), policy.id()).equals(Optional.of(policy))) {
        break;
      }
      since = before;
    }
    return since;
  }

  private static Optional<Policy> policy(PolicySet set, String id) {
    return set.policies().stream().filter(policy -> policy.id().equals(id)).findFirst();
  }

  private Map<ProposalId, Instant> adopted(Set<ProposalId> proposals) {
    Map<ProposalId, Instant> adopted = new HashMap<>();
    for (Document document :
        documents.byId(Views.PROPOSALS, proposals.stream().map(ProposalId::toString).toList())) {
      Documents.parts(document, "rounds")
          .flatMap(round -> Documents.parts(round, "ends"))
          .filter(end -> RoundOutcome.ADOPTED.name().equals(end.getString("outcome")))
          .map(end -> Documents.time(end, "at"))
          .findFirst()
          .ifPresent(at -> adopted.put(ProposalId.of(Documents.text(document, Views.ID)), at));
    }
    return adopted;
  }

  private @Nullable String meetingAfter(Instant decidedAt) {
    Document meeting =
        documents
            .collection(Views.MEETINGS)
            .find(Filters.gt("endsAt", Times.text(decidedAt)))
            .sort(Sorts.ascending("endsAt"))
            .first();
    return meeting == null ? null : Documents.text(meeting, Views.ID);
  }
}
