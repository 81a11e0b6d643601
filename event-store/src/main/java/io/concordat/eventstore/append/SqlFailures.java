package io.concordat.eventstore.append;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's errors mean for an append. */
public final class SqlFailures {

  /** Shutdown, crash, starting up, statement timeout, idle and transaction timeout. */
  private static final Set<String> GONE =
      Set.of("57P01", "57P02", "57P03", "57P05", "57014", "25P03", "25P04", "55P03");

  /** What the pool says, without an SQL state, of a connection that it has found broken. */
  private static final String CLOSED_BY_POOL = "Connection is closed";

  private SqlFailures() {}

  /**
   * Whether the database, not the data, is the trouble: no connection, shutting down, out of
   * resources or too slow.
   */
  public static boolean isUnavailable(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException
          || (cause instanceof SQLException && CLOSED_BY_POOL.equals(cause.getMessage()))) {
        return true;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() instanceof String state) {
        return state.startsWith("08") || state.startsWith("53") || GONE.contains(state);
      }
    }
    return false;
  }
}
