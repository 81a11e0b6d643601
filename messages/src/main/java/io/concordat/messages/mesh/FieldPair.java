package io.concordat.messages.mesh;

/**
 * That a field derives from, or is read of, another.
 *
 * @param upstream as {@code <contract>#object.field}
 * @param downstream likewise; of a consumer, which has no fields of its own, its id
 */
public record FieldPair(String upstream, String downstream) implements Comparable<FieldPair> {

  @Override
  public int compareTo(FieldPair other) {
    int first = upstream.compareTo(other.upstream);
    return first == 0 ? downstream.compareTo(other.downstream) : first;
  }
}
