package io.concordat.messages.migration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.DomainId;

/**
 * Who reads a contract and has to move: the id of a consumer, such as {@code
 * finance:cfo-dashboard}, or of a contract that derives from it, such as {@code
 * treasury/positions/daily}.
 */
public record ParticipantId(@JsonValue String value) implements Comparable<ParticipantId> {

  @JsonCreator
  public ParticipantId {
    if (value == null) {
      throw new InvalidValue("participant", "must be the id of a consumer or a contract");
    }
    domainOf(value);
  }

  /** A consumer that takes part. */
  public static ParticipantId of(ConsumerId consumer) {
    return new ParticipantId(consumer.value());
  }

  /** A contract that takes part. */
  public static ParticipantId of(ContractId contract) {
    return new ParticipantId(contract.value());
  }

  /** What it is, as its shape tells. */
  public ParticipantKind kind() {
    return value.indexOf(':') >= 0 ? ParticipantKind.CONSUMER : ParticipantKind.CONTRACT;
  }

  /** The domain that runs the consumer or offers the contract. */
  public DomainId domain() {
    return domainOf(value);
  }

  private static DomainId domainOf(String value) {
    return value.indexOf(':') >= 0
        ? new ConsumerId(value).domain()
        : new ContractId(value).product().domain();
  }

  @Override
  public int compareTo(ParticipantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
