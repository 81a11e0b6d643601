package io.concordat.messages.migration;

import java.util.List;

/**
 * Who reads a contract.
 *
 * @param fields what it reads of it, as {@code object.field}; empty where it may read all
 */
public record ReaderView(ParticipantId reader, List<String> fields) {

  public ReaderView {
    fields = List.copyOf(fields);
  }
}
