package io.concordat.queryside.contract;

import static io.concordat.queryside.Documents.text;

import io.concordat.messages.contract.ContractView;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Puts contracts together from their documents and those of their submissions. */
public final class Contracts {

  private final Documents documents;

  /** Reads from the read models. */
  public Contracts(Documents documents) {
    this.documents = documents;
  }

  /** Sorted by id; those of which nothing had been submitted by then are left out. */
  public List<ContractView> views(List<Document> contracts, @Nullable Instant asOf) {
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
