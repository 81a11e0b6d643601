package io.concordat.queryside.contract;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.Conformance;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Contracts that have drifted from the rules: a version that is served would not ship under the
 * latest word on it. Those that were never blocked are not looked at.
 */
public final class Drift {

  /** So many contracts are put together at a time. */
  private static final int PAGE = 200;

  private final Documents documents;
  private final Contracts contracts;

  /** Reads from the read models. */
  public Drift(Documents documents) {
    this.documents = documents;
    this.contracts = new Contracts(documents);
  }

  /**
   * Sorted by id.
   *
   * @param domain only those of this domain; null for all
   * @param asOf as it was then, UTC; null for now
   */
  public List<ContractView> contracts(@Nullable DomainId domain, @Nullable Instant asOf) {
    List<Bson> filters = new ArrayList<>(List.of(Filters.eq(Views.EVER_BLOCKED, true)));
    if (domain != null) {
      filters.add(Filters.eq(Views.DOMAIN, domain.value()));
    }
    List<Document> found =
        documents.find(Views.CONTRACTS, Filters.and(filters)).into(new ArrayList<>());
    List<ContractView> drifting = new ArrayList<>();
    for (int from = 0; from < found.size(); from += PAGE) {
      contracts.views(found.subList(from, Math.min(found.size(), from + PAGE)), asOf).stream()
          .filter(Drift::drifts)
          .forEach(drifting::add);
    }
    drifting.sort(Comparator.comparing(ContractView::id));
    return drifting;
  }

  /** Products of which a contract drifts now. */
  public Set<ProductId> products(@Nullable DomainId domain) {
    Set<ProductId> products = new HashSet<>();
    contracts(domain, null).forEach(contract -> products.add(contract.id().product()));
    return products;
  }

  /** Products that a person owns. */
  Set<ProductId> ownedBy(Subject owner) {
    Set<ProductId> products = new HashSet<>();
    documents
        .find(Views.PRODUCTS, Filters.eq("owner.subject", owner.value()))
        .projection(Projections.include(Views.ID))
        .forEach(
            (Document product) -> products.add(new ProductId(Documents.text(product, Views.ID))));
    return products;
  }

  private static boolean drifts(ContractView contract) {
    return contract.versions().stream()
        .anyMatch(version -> version.conformance() == Conformance.DRIFTING);
  }
}
