package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A data product declares its ports from now on; they take the place of those that it declared
 * before.
 *
 * @param inputPorts in document order
 * @param outputPorts in document order
 * @param document ODPS as submitted, to the character
 * @param digest SHA-256 of the document's UTF-8 bytes, lower case hex
 * @param declaredAt UTC
 * @param declaredBy the caller
 */
@EventType("product.ports-declared")
public record ProductPortsDeclared(
    ProductId product,
    List<ProductInputPort> inputPorts,
    List<ProductOutputPort> outputPorts,
    String document,
    String digest,
    Instant declaredAt,
    Subject declaredBy)
    implements ProductEvent {

  public ProductPortsDeclared {
    inputPorts = List.copyOf(inputPorts);
    outputPorts = List.copyOf(outputPorts);
  }

  @Override
  public String stream() {
    return product.stream();
  }
}
