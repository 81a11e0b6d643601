package io.concordat.eventstore.processing;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Transactions of event processors, whose commits do not wait for the disk. A crash of PostgreSQL
 * may lose the last of them whole: the position with the dead letters and appointments that were
 * stored with it. The same events are then handled again, as after any crash. It cannot lose an
 * event, and no position comes to lie after an event that is lost, since events are on disk before
 * anybody sees them.
 */
final class PromptCommits implements TransactionManager {

  private final TransactionManager transactions;
  private final JdbcTemplate jdbc;

  /** Transactions of another manager, which binds its connection of the data source. */
  PromptCommits(TransactionManager transactions, DataSource dataSource) {
    this.transactions = transactions;
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public Transaction startTransaction() {
    Transaction transaction = transactions.startTransaction();
    try {
      jdbc.execute("set local synchronous_commit = off");
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
    return transaction;
  }
}
