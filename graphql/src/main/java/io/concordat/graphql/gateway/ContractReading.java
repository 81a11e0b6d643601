package io.concordat.graphql.gateway;

import io.concordat.messages.contract.CommitmentView;
import io.concordat.messages.contract.ComparisonView;
import io.concordat.messages.contract.ExampleQueryView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.SemanticTypeSuggestionView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be said of documents without asking anybody. */
public interface ContractReading {

  /** Compares two documents; empty where one of them cannot be read as a contract. */
  Optional<ComparisonView> compare(String before, String after);

  /**
   * SHA-256 of the text's UTF-8 bytes in lower case hex, as versions have it of their documents.
   */
  String digest(String document);

  /** What a document promises; empty where it cannot be read as a contract. */
  List<CommitmentView> commitments(String document);

  /** The example queries of a document; empty where it cannot be read as a contract. */
  List<ExampleQueryView> exampleQueries(String document);

  /**
   * The semantic types of a registry that a field without one may map to, best first.
   *
   * @param name of the field
   * @param logicalType in ODCS; null where it is not known
   * @param pattern that its values match; null where it has none
   */
  List<SemanticTypeSuggestionView> suggest(
      String name,
      @Nullable String logicalType,
      @Nullable String pattern,
      List<SemanticType> registry);
}
