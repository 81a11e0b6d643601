package io.concordat.server.observation;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was accepted and could not be counted. */
@RestController
class AsideList {

  private static final int MOST = 1_000;

  private final JdbcClient postgres;

  AsideList(JdbcClient postgres) {
    this.postgres = postgres;
  }

  /**
   * Observations that have the same wrong with them.
   *
   * @param version empty where none was named
   * @param lastId id of the last of them
   */
  record KeptApart(
      String contract,
      String version,
      String commitment,
      String producer,
      String code,
      long count,
      Instant firstAt,
      Instant lastAt,
      String lastId) {}

  @GetMapping("/api/v1/observations/apart")
  List<KeptApart> apart() {
    return postgres
        .sql(
            "select contract, version, commitment, producer, fault, count, first_at, last_at,"
                + " last_id from observation_aside order by last_at desc, contract limit "
                + MOST)
        .query((row, _) ->
            new KeptApart(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getTimestamp(7).toInstant(),
                row.getTimestamp(8).toInstant(),
                row.getString(9)))
        .list();
  }
}
