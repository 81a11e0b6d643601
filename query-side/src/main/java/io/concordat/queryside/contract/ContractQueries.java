package io.concordat.queryside.contract;

import static io.concordat.queryside.Documents.text;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.FindAssessments;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.FindContractsOfProducts;
import io.concordat.messages.contract.FindDocuments;
import io.concordat.messages.contract.ListDrift;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.policy.Verdict;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.LoadedList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Contracts with all their submissions, and the documents that were submitted. */
public final class ContractQueries {

  private final Documents documents;
  private final Contracts contracts;
  private final Drift drift;

  /** Answers from the read models. */
  public ContractQueries(Documents documents, Drift drift) {
    this.documents = documents;
    this.contracts = new Contracts(documents);
    this.drift = drift;
  }

  @QueryHandler
  List<ContractView> handle(FindContracts query) {
    return views(query.ids().stream().map(ContractId::value).toList(), query.asOf());
  }

  @QueryHandler
  List<ContractView> handle(FindContractsOfProducts query) {
    List<String> products = query.products().stream().map(ProductId::value).toList();
    List<String> contracts =
        documents.byId(Views.PRODUCTS, products).stream()
            .flatMap(ContractQueries::contractsOf)
            .toList();
    return views(contracts, null);
  }

  @QueryHandler
  Map<SubmissionKey, String> handle(FindDocuments query) {
    Map<String, SubmissionKey> keys =
        query.keys().stream()
            .collect(
                Collectors.toMap(
                    key -> Views.submissionId(key.contract().value(), key.sequence()), key -> key));
    Map<SubmissionKey, String> texts = new HashMap<>();
    for (Document document : documents.byId(Views.DOCUMENTS, keys.keySet())) {
      SubmissionKey key = keys.get(text(document, Views.ID));
      if (key != null) {
        texts.put(key, text(document, "text"));
      }
    }
    return texts;
  }

  @QueryHandler
  Map<SubmissionKey, Verdict> handle(FindAssessments query) {
    Map<String, SubmissionKey> keys =
        query.keys().stream()
            .collect(
                Collectors.toMap(
                    key -> Views.submissionId(key.contract().value(), key.sequence()), key -> key));
    Map<SubmissionKey, Verdict> verdicts = new HashMap<>();
    for (Document document : documents.byId(Views.ASSESSMENTS, keys.keySet())) {
      SubmissionKey key = keys.get(text(document, Views.ID));
      if (key != null) {
        verdicts.put(key, Values.parse(text(document, "verdict"), Verdict.class));
      }
    }
    return verdicts;
  }

  @QueryHandler
  Page<ContractView> handle(ListDrift query) {
    List<ContractView> drifting = drift.contracts(query.domain(), query.asOf());
    Subject owner = query.owner();
    if (owner != null) {
      Set<ProductId> owned = drift.ownedBy(owner);
      drifting =
          drifting.stream().filter(contract -> owned.contains(contract.id().product())).toList();
    }
    return Pages.of(new LoadedList<>(drifting, contract -> contract.id().value()), query.page());
  }

  private static Stream<String> contractsOf(Document product) {
    Document submitted = product.get("submitted", Document.class);
    return submitted == null
        ? Stream.of()
        : submitted.keySet().stream().map(slug -> text(product, Views.ID) + "/" + slug);
  }

  private List<ContractView> views(Collection<String> ids, @Nullable Instant asOf) {
    return contracts.views(documents.byId(Views.CONTRACTS, ids), asOf);
  }
}
