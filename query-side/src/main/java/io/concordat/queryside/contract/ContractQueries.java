package io.concordat.queryside.contract;

import static io.concordat.queryside.Documents.text;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.FindContractsOfProducts;
import io.concordat.messages.contract.FindDocuments;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.mesh.ProductId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Contracts with all their submissions, and the documents that were submitted. */
public final class ContractQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public ContractQueries(Documents documents) {
    this.documents = documents;
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

  private static Stream<String> contractsOf(Document product) {
    Document submitted = product.get("submitted", Document.class);
    return submitted == null
        ? Stream.of()
        : submitted.keySet().stream().map(slug -> text(product, Views.ID) + "/" + slug);
  }

  private List<ContractView> views(Collection<String> ids, @Nullable Instant asOf) {
    List<Document> contracts = documents.byId(Views.CONTRACTS, ids);
    List<String> keys =
        contracts.stream()
            .flatMap(contract ->
                Documents.numbered(contract, "submissions")
                    .map(entry -> Views.submissionId(text(contract, Views.ID), entry.getKey())))
            .toList();
    Map<String, List<Document>> submissions =
        documents.byId(Views.SUBMISSIONS, keys).stream()
            .collect(Collectors.groupingBy(submission -> text(submission, "contract")));
    List<ContractView> views = new ArrayList<>();
    for (Document contract : contracts) {
      List<Document> own = submissions.getOrDefault(text(contract, Views.ID), List.of());
      ContractHistory.read(contract, own).asOf(asOf).ifPresent(views::add);
    }
    views.sort(Comparator.comparing(ContractView::id));
    return views;
  }
}
