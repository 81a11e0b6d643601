package io.concordat.queryside.observed;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.DatasetSuggestion;
import io.concordat.messages.observed.DatasetView;
import io.concordat.messages.observed.FindDataset;
import io.concordat.messages.observed.FindDatasetSuggestions;
import io.concordat.messages.observed.ListDatasets;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.observed.LikeNames.Candidate;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.graph.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;

/** Datasets that lineage events spoke of, and the contracts that may be about them. */
public final class DatasetQueries {

  /** More words than these are not looked for, over all datasets of a question. */
  private static final int MOST_WORDS = 200;

  private static final int MOST_CANDIDATES = 50;

  private static final String CANDIDATES =
      """
      UNWIND $question.words AS word
      CALL (word) {
        CALL db.index.fulltext.queryNodes($question.index, word.text) YIELD node
        WITH node WHERE node:Contract AND node.version IS NOT NULL
        RETURN node LIMIT $question.most
      }
      RETURN word.word AS word, node.id AS id, coalesce(node.searchName, '') AS names,
        coalesce(node.searchFields, '') AS fields
      """;

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public DatasetQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Page<DatasetView> handle(ListDatasets query) {
    return Pages.of(new DatasetList(graphs, query.unmatched(), query.text()), query.page())
        .map(DatasetList.Row::view);
  }

  @QueryHandler
  Optional<DatasetView> handle(FindDataset query) {
    return new DatasetList(graphs, null, null)
        .byId(query.id()).stream().map(DatasetList.Row::view).findFirst();
  }

  @QueryHandler
  Map<DatasetName, List<DatasetSuggestion>> handle(FindDatasetSuggestions query) {
    Set<String> words = new LinkedHashSet<>();
    query.datasets().forEach(dataset -> words.addAll(LikeNames.words(dataset)));
    Map<String, List<Candidate>> byWord = candidates(words);
    Map<DatasetName, List<DatasetSuggestion>> found = new HashMap<>();
    for (DatasetName dataset : query.datasets()) {
      Map<String, Candidate> candidates = new LinkedHashMap<>();
      for (String word : LikeNames.words(dataset)) {
        byWord
            .getOrDefault(word, List.of())
            .forEach(candidate -> candidates.put(candidate.contract().value(), candidate));
      }
      found.put(dataset, LikeNames.of(dataset, candidates.values()));
    }
    return found;
  }

  private Map<String, List<Candidate>> candidates(Collection<String> words) {
    List<Map<String, Object>> asked =
        words.stream()
            .limit(MOST_WORDS)
            .map(word ->
                Map.<String, Object>of(
                    "word",
                    word,
                    "text",
                    Graph.SEARCH_NAME + ":" + word + " OR " + Graph.SEARCH_FIELDS + ":" + word))
            .toList();
    Map<String, List<Candidate>> found = new HashMap<>();
    if (!asked.isEmpty()) {
      graphs
          .read(
              CANDIDATES,
              Map.of("words", asked, "index", Graph.CATALOG_INDEX, "most", MOST_CANDIDATES),
              row ->
                  Map.entry(
                      row.get("word").asString(),
                      Candidate.of(
                          row.get("id").asString(),
                          row.get("names").asString(),
                          row.get("fields").asString())))
          .forEach(entry ->
              found
                  .computeIfAbsent(entry.getKey(), word -> new ArrayList<>())
                  .add(entry.getValue()));
    }
    return found;
  }
}
