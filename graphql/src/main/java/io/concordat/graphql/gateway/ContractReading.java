package io.concordat.graphql.gateway;

import io.concordat.messages.contract.CommitmentView;
import io.concordat.messages.contract.ComparisonView;
import java.util.List;
import java.util.Optional;

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
}
