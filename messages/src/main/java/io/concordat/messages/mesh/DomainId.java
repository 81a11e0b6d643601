package io.concordat.messages.mesh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.Shape;

/** Id of a domain: a slug such as {@code payments}. */
public record DomainId(@JsonValue String value) implements Comparable<DomainId> {

  @JsonCreator
  public DomainId {
    Shape.slug("domain", value);
  }

  /** The domain's event stream. */
  public String stream() {
    return "domain:" + value;
  }

  @Override
  public int compareTo(DomainId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
