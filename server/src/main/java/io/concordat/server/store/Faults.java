package io.concordat.server.store;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.concordat.eventstore.StoreUnavailable;
import io.concordat.graphql.gateway.FaultClassifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * Knows the drivers' ways of saying that a store is gone, or too slow to answer within the time
 * that a query has.
 */
@Component
class Faults implements FaultClassifier {

  private static final int DEEPEST = 20;

  @Override
  public Optional<String> unreachableStore(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
      String store =
          switch (at) {
            case MongoTimeoutException _, MongoSocketException _ -> "MongoDB";
            case Throwable graph when GraphFailures.isUnavailable(graph) -> "Neo4j";
            case StoreUnavailable _,
                CannotGetJdbcConnectionException _,
                DataAccessResourceFailureException _ ->
                "PostgreSQL";
            default -> null;
          };
      if (store != null) {
        return Optional.of(store);
      }
    }
    return Optional.empty();
  }
}
