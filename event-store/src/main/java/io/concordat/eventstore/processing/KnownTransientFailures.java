package io.concordat.eventstore.processing;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.append.SqlFailures;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Failures of the stores that are in use here, the drivers' by name, as they are not needed. */
final class KnownTransientFailures implements TransientFailure {

  private static final Set<String> BY_NAME =
      Set.of(
          "org.neo4j.driver.exceptions.ServiceUnavailableException",
          "org.neo4j.driver.exceptions.SessionExpiredException",
          "org.neo4j.driver.exceptions.TransientException",
          "org.neo4j.driver.exceptions.ConnectionReadTimeoutException",
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
