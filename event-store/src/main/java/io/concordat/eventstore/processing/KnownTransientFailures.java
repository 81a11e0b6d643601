package io.concordat.eventstore.processing;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.append.SqlFailures;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Failures of the ledger and of the document store, the latter's by name, as its driver is not
 * needed here. The graph's cannot be told by name alone; whoever has the driver adds them.
 */
final class KnownTransientFailures implements TransientFailure {

  private static final Set<String> BY_NAME =
      Set.of(
          "com.mongodb.MongoSocketException",
          "com.mongodb.MongoTimeoutException",
          "com.mongodb.MongoNotPrimaryException",
          "com.mongodb.MongoNodeIsRecoveringException",
          "com.mongodb.MongoConnectionPoolClearedException",
          "com.mongodb.MongoInterruptedException");

  @Override
  public boolean isTransient(Throwable failure) {
    return failure instanceof StoreUnavailable
        || failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof InterruptedException
        || failure instanceof SQLTransientException
        || (failure instanceof SQLException && SqlFailures.isUnavailable(failure))
        || isNamed(failure.getClass());
  }

  private static boolean isNamed(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (BY_NAME.contains(each.getName())) {
        return true;
      }
    }
    return false;
  }
}
