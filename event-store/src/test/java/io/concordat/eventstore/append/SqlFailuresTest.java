package io.concordat.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.zaxxer.hikari.HikariDataSource;
import io.concordat.localstack.TestEngines;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

class SqlFailuresTest {

  @Test
  void aRollbackOnAConnectionThatThePoolHasClosedMeansThatTheStoreIsGone() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(TestEngines.postgres());
      Connection connection = pool.getConnection();
      connection.close();

      Exception closed = catchException(connection::rollback);

      assertThat(closed).isInstanceOf(SQLException.class);
      assertThat(
              SqlFailures.isUnavailable(
                  new TransactionSystemException("JDBC rollback failed", closed)))
          .isTrue();
    }
  }

  @Test
  void anErrorOfTheStatementDoesNot() {
    assertThat(SqlFailures.isUnavailable(new SQLException("no such column", "42703"))).isFalse();
    assertThat(SqlFailures.isUnavailable(new SQLException("something else"))).isFalse();
  }
}
