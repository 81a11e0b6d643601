package io.concordat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class FaultsTest {

  private final Faults faults = new Faults();

  @Test
  void aGraphThatTakesTooLongIsOneThatCannotBeReached() {
    assertThat(
            faults.unreachableStore(
                new ClientException(
                    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "slow")))
        .contains("Neo4j");
    assertThat(
            faults.unreachableStore(
                new CompletionException(new ServiceUnavailableException("gone"))))
        .contains("Neo4j");
  }

  @Test
  void aMistakeOfOursIsNoStoreThatCannotBeReached() {
    assertThat(
            faults.unreachableStore(
                new ClientException("Neo.ClientError.Statement.SyntaxError", "RETURN RETURN")))
        .isEmpty();
  }
}
