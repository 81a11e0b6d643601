package io.concordat.server.store;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.concordat.eventstore.StoreUnavailable;
import io.concordat.graphql.gateway.FaultClassifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;
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

  /** Beginning of the codes with which Neo4j ends a transaction that takes too long. */
  private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";

  @Override
  public Optional<String> unreachableStore(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
      String store =
          switch (at) {
            case MongoTimeoutException _, MongoSocketException _ -> "MongoDB";
            case ServiceUnavailableException _,
                SessionExpiredException _,
                TransientException _,
                TransactionTerminatedException _ ->
                "Neo4j";
            case ClientException slow when slow.code().startsWith(TIMED_OUT) -> "Neo4j";
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
