package io.concordat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.exceptions.AuthorizationExpiredException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;

/** Which failures of the graph may well be over when the same is tried again. */
class GraphFailuresTest {

  private final GraphFailures failures = new GraphFailures();

  @ParameterizedTest
  @CsvSource({
    "Neo.TransientError.Transaction.DeadlockDetected, true",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError, true",
    "Neo.ClientError.Transaction.TransactionTimedOut, true",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration, true",
    "Neo.ClientError.Transaction.Terminated, true",
    "Neo.ClientError.Transaction.LockClientStopped, true",
    "Neo.ClientError.Transaction.TransactionHookFailed, false",
    "Neo.ClientError.Statement.SyntaxError, false",
    "Neo.ClientError.Schema.ConstraintValidationFailed, false",
    "Neo.ClientError.Security.Unauthorized, false",
    "Neo.DatabaseError.Statement.ExecutionFailed, false",
    "N/A, false"
  })
  void aCodeTells(String code, boolean expected) {
    assertThat(failures.isTransient(new ClientException(code, "told"))).isEqualTo(expected);
  }

  @Test
  void whatTheDriverWouldTryAgainIsTransient() {
    assertThat(
            new Exception[] {
              new ServiceUnavailableException("gone"),
              new SessionExpiredException("gone"),
              new TransientException("Neo.TransientError.Transaction.Outdated", "late"),
              new AuthorizationExpiredException("Neo.ClientError.Security.X", "renew"),
              ConnectionReadTimeoutException.INSTANCE,
              new TransactionTerminatedException("Neo.ClientError.Transaction.Terminated", "x")
            })
        .allMatch(failures::isTransient);
  }

  @Test
  void whatIsNotOfTheGraphOrIsItsFaultIsNot() {
    assertThat(
            new Exception[] {
              new DatabaseException("Neo.DatabaseError.General.UnknownError", "broken"),
              new IllegalStateException("ours")
            })
        .noneMatch(failures::isTransient);
  }
}
