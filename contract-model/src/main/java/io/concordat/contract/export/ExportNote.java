package io.concordat.contract.export;

/**
 * Something that a format cannot say, or says in another way.
 *
 * @param element {@code object} or {@code object.field}; empty where the whole contract is meant
 * @param message one sentence
 */
public record ExportNote(String element, String message) {

  @Override
  public String toString() {
    return element.isEmpty() ? message : element + ": " + message;
  }
}
