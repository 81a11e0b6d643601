package io.concordat.queryside.observed;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.DatasetSuggestion;
import io.concordat.readstore.search.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which contracts may be about a dataset. Pure: the share of the words of the dataset's last name
 * that the contract has in its id and name (whole) or in the names of its objects and fields (seven
 * tenths), and a tenth more where the rest of the dataset's name has a word of the contract's
 * domain or product.
 */
final class LikeNames {

  private static final double IN_FIELDS = 0.7;
  private static final double SAME_DOMAIN = 0.1;
  private static final double LEAST = 0.3;
  private static final int MOST = 5;

  /** A contract with its words. */
  record Candidate(ContractId contract, Set<String> nameWords, Set<String> fieldWords) {

    static Candidate of(String contract, String names, String fields) {
      return new Candidate(new ContractId(contract), words(names), words(fields));
    }

    private static Set<String> words(String joined) {
      return new LinkedHashSet<>(Arrays.asList(joined.split(" ", -1)));
    }
  }

  private LikeNames() {}

  /** Words of a dataset's last name. */
  static Set<String> words(DatasetName dataset) {
    return Words.of(last(dataset.name()));
  }

  /** The likeliest first, five at most. */
  static List<DatasetSuggestion> of(DatasetName dataset, Collection<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> new DatasetSuggestion(candidate.contract(), score(dataset, candidate)))
        .filter(suggestion -> suggestion.score() >= LEAST)
        .sorted(
            Comparator.comparingDouble(DatasetSuggestion::score)
                .reversed()
                .thenComparing(suggestion -> suggestion.contract().value()))
        .limit(MOST)
        .toList();
  }

  private static double score(DatasetName dataset, Candidate candidate) {
    Set<String> words = words(dataset);
    double found = 0;
    for (String word : words) {
      if (candidate.nameWords().contains(word)) {
        found += 1;
      } else if (candidate.fieldWords().contains(word)) {
        found += IN_FIELDS;
      }
    }
    if (words.isEmpty() || found == 0) {
      return 0;
    }
    Set<String> around = Words.of(dataset.namespace() + " " + dataset.name());
    around.removeAll(words);
    Set<String> product = Words.of(candidate.contract().product().value());
    boolean near = product.stream().anyMatch(around::contains);
    return Math.min(1, found / words.size() + (near ? SAME_DOMAIN : 0));
  }

  /** What stands after the last slash, without what follows a dot that ends a file's name. */
  private static String last(String name) {
    String trimmed = name.replaceAll("/+$", "");
    String file = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    if (trimmed.indexOf('/') >= 0) {
      int dot = file.indexOf('.');
      return dot > 0 ? file.substring(0, dot) : file;
    }
    return file.substring(file.lastIndexOf('.') + 1);
  }
}
