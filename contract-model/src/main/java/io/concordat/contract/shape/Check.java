package io.concordat.contract.shape;

import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Problem;
import io.concordat.contract.tree.Span;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while a document is held against one version of a standard. */
public final class Check {

  private static final int MAX_TOLD = 500;

  /**
   * The most specific first: what is wrong inside an element comes before what is wrong with the
   * element as a whole; apart from that the order is the document's. Both follow from where a place
   * ends.
   */
  private static final Comparator<Found> ORDER =
      Comparator.comparingInt((Found found) -> found.place().end())
          .thenComparing(
              Comparator.comparingInt((Found found) -> found.violation().path().length())
                  .reversed())
          .thenComparingInt(found -> found.place().start());

  private record Found(Violation violation, Span place) {}

  private final String policy;
  private final String standard;
  private final Edition edition;
  private final List<Found> found = new ArrayList<>();

  /**
   * @param policy that violations are told of, such as {@code odcs}
   * @param standard what people call it, such as {@code ODCS}
   * @param edition the version that the document is held against
   */
  public Check(String policy, String standard, Edition edition) {
    this.policy = policy;
    this.standard = standard;
    this.edition = edition;
  }

  /** The version that the document is held against. */
  public Edition edition() {
    return edition;
  }

  /** What people call the standard. */
  public String standard() {
    return standard;
  }

  /** Adds a violation at a node, as {@link #add(String, Span, String)}. */
  public void add(String path, Node at, String message) {
    add(path, at.span(), message);
  }

  /**
   * Adds a violation.
   *
   * @param message what to do; one that begins with "must" gets the name of the place in front
   */
  public void add(String path, Span place, String message) {
    String told = message.startsWith("must") ? Paths.spoken(path) + " " + message : message;
    add(policy, path, place, told);
  }

  /** Adds what was wrong with the text itself, as violations of the policy {@code yaml}. */
  public void addAll(List<Problem> problems) {
    problems.forEach(problem -> add("yaml", problem.path(), problem.span(), problem.message()));
  }

  private void add(String policyId, String path, Span place, String message) {
    found.add(
        new Found(
            new Violation(policyId, Severity.ERROR, path, place.line(), place.column(), message),
            place));
  }

  /** How many violations there are. */
  public int size() {
    return found.size();
  }

  /** The violations, the most specific first; no more than people read. */
  public List<Violation> violations() {
    List<Violation> told =
        found.stream().sorted(ORDER).limit(MAX_TOLD).map(Found::violation).toList();
    if (found.size() <= MAX_TOLD) {
      return told;
    }
    List<Violation> shortened = new ArrayList<>(told);
    Violation last = told.getLast();
    shortened.add(
        new Violation(
            policy,
            Severity.ERROR,
            Paths.ROOT,
            last.line(),
            last.column(),
            "There are %d more; mend those above first.".formatted(found.size() - MAX_TOLD)));
    return List.copyOf(shortened);
  }
}
