package io.concordat.messages.mesh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;

/** Id of a consumer: the domain that runs it and a slug, such as {@code finance:cfo-dashboard}. */
public record ConsumerId(@JsonValue String value) implements Comparable<ConsumerId> {

  @JsonCreator
  public ConsumerId {
    String[] parts = value == null ? new String[0] : value.split(":", -1);
    if (parts.length != 2) {
      throw new InvalidValue("consumer", "must have the form domain:consumer, was '" + value + "'");
    }
    Shape.slug("consumer", parts[0]);
    Shape.slug("consumer", parts[1]);
  }

  /** The domain that runs the consumer. */
  public DomainId domain() {
    return new DomainId(value.substring(0, value.indexOf(':')));
  }

  /** The consumer's event stream. */
  public String stream() {
    return "consumer:" + value;
  }

  @Override
  public int compareTo(ConsumerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
