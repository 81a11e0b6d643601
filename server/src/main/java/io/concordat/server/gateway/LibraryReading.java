package io.concordat.server.gateway;

import io.concordat.contract.Digest;
import io.concordat.contract.change.Comparison;
import io.concordat.contract.change.VersionAdvice;
import io.concordat.contract.commitment.Commitment;
import io.concordat.contract.commitment.Commitments;
import io.concordat.contract.commitment.Threshold;
import io.concordat.contract.odcs.ExampleQuery;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.suggestion.SemanticTypeSuggestions;
import io.concordat.graphql.gateway.ContractReading;
import io.concordat.messages.contract.CommitmentView;
import io.concordat.messages.contract.ComparisonView;
import io.concordat.messages.contract.ExampleQueryView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.SemanticTypeSuggestionView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads documents with the library that the gate and the command line use. */
@Component
class LibraryReading implements ContractReading {

  @Override
  public Optional<ComparisonView> compare(String before, String after) {
    OdcsContract from = OdcsReader.read(before).contract();
    OdcsContract to = OdcsReader.read(after).contract();
    if (from == null || to == null) {
      return Optional.empty();
    }
    Comparison comparison = Comparison.of(from, to);
    return Optional.of(
        new ComparisonView(
            from.version().toString(),
            to.version().toString(),
            comparison.changes(),
            VersionAdvice.of(from.version(), comparison).next().toString()));
  }

  @Override
  public String digest(String document) {
    return Digest.sha256(document);
  }

  @Override
  public List<CommitmentView> commitments(String document) {
    OdcsContract contract = OdcsReader.read(document).contract();
    return contract == null
        ? List.of()
        : Commitments.of(contract).stream().map(LibraryReading::view).toList();
  }

  @Override
  public List<ExampleQueryView> exampleQueries(String document) {
    OdcsContract contract = OdcsReader.read(document).contract();
    return contract == null
        ? List.of()
        : ExampleQuery.of(contract).stream()
            .map(query -> new ExampleQueryView(query.title(), query.sql()))
            .toList();
  }

  @Override
  public List<SemanticTypeSuggestionView> suggest(
      String name,
      @Nullable String logicalType,
      @Nullable String pattern,
      List<SemanticType> registry) {
    return SemanticTypeSuggestions.of(name, logicalType, pattern, registry).stream()
        .map(found -> new SemanticTypeSuggestionView(found.type(), found.score(), found.reasons()))
        .toList();
  }

  private static CommitmentView view(Commitment commitment) {
    String kind = commitment.kind().name();
    String path = commitment.at().path();
    String element = commitment.element();
    String description = commitment.description();
    return switch (commitment) {
      case Commitment.Measured measured -> {
        List<Threshold.Range> ranges = measured.threshold().ranges();
        Threshold.Range only = ranges.size() == 1 ? ranges.getFirst() : null;
        yield new CommitmentView(
            kind,
            path,
            element,
            description,
            measured.threshold().spoken(),
            only == null ? null : only.low(),
            only == null ? null : only.high(),
            measured.unit().isEmpty() ? null : measured.unit(),
            null,
            null);
      }
      case Commitment.Dated dated ->
          new CommitmentView(
              kind, path, element, description, null, null, null, null, dated.moment(), null);
      case Commitment.NotEvaluable refused ->
          new CommitmentView(
              kind, path, element, description, null, null, null, null, null, refused.reason());
    };
  }
}
