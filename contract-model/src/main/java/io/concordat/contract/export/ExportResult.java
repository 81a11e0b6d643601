package io.concordat.contract.export;

import java.util.List;

/**
 * What an export gave.
 *
 * @param files not empty unless the contract has nothing that the format could hold
 * @param notes all that the contract says and the files do not, or say in another way
 */
public record ExportResult(List<ExportFile> files, List<ExportNote> notes) {

  public ExportResult {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }
}
