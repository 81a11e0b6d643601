package io.concordat.server.gateway;

import io.concordat.command.migration.ContractReaders;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.migration.FindReaders;
import io.concordat.messages.migration.ReaderView;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who reads a contract, as the lineage graph knows it. */
@Component
class GraphReaders implements ContractReaders {

  private final Questions questions;

  GraphReaders(Questions questions) {
    this.questions = questions;
  }

  @Override
  public List<ReaderView> of(ContractId contract) {
    return questions.ask(new FindReaders(contract));
  }
}
