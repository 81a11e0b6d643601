package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import java.util.List;

/** Says a contract in one format. */
@FunctionalInterface
interface Exporter {

  /** The files; whatever they leave out or change goes to the notes. */
  List<ExportFile> files(OdcsContract contract, Notes notes);
}
