package io.concordat.contract.export;

import java.util.List;

/** Whether a view can serve an earlier version of a contract from the tables of a later one. */
public sealed interface ViewResult {

  /**
   * It can.
   *
   * @param files one file with a view for each table
   * @param notes what somebody should know before running them
   */
  record Written(List<ExportFile> files, List<ExportNote> notes) implements ViewResult {

    public Written {
      files = List.copyOf(files);
      notes = List.copyOf(notes);
    }
  }

  /**
   * It cannot.
   *
   * @param reasons all of them, at least one
   */
  record Refused(List<ExportNote> reasons) implements ViewResult {

    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
