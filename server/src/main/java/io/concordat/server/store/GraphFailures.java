package io.concordat.server.store;

import io.concordat.eventstore.processing.TransientFailure;
import java.util.List;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.stereotype.Component;

/**
 * Failures of the graph that say nothing about what was asked of it: it is gone, it is too slow, or
 * it has ended a transaction to save itself.
 *
 * <p>The driver tries again whatever it calls retryable. It does not call so what ends a
 * transaction at its time limit, nor what the server ends by itself, which it files under the
 * client's mistakes; so those are told by their codes.
 */
@Component
class GraphFailures implements TransientFailure {

  /** How the codes begin; the time limit's has one more word where the driver has set the limit. */
  private static final List<String> CODES =
      List.of(
          "Neo.TransientError.",
          "Neo.ClientError.Transaction.TransactionTimedOut",
          "Neo.ClientError.Transaction.Terminated",
          "Neo.ClientError.Transaction.LockClientStopped");

  @Override
  public boolean isTransient(Throwable failure) {
    return isUnavailable(failure);
  }

  /** Whether this very failure, its causes left aside, is one of those. */
  static boolean isUnavailable(Throwable failure) {
    return switch (failure) {
      case RetryableException _ -> true;
      case Neo4jException told -> CODES.stream().anyMatch(String.valueOf(told.code())::startsWith);
      default -> false;
    };
  }
}
