package io.concordat.server.reads;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.queryside.sighting.ReadReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reported reads in PostgreSQL, one row for each reader and version of a contract. Writing the same
 * again changes nothing, in whatever order it comes.
 */
@Component
class ReadLog implements ReadReports {

  /** Most rows of one contract, so that made-up readers do not fill the table. */
  static final int MOST_OF_A_CONTRACT = 10_000;

  private static final String NOT_TOLD = "";
  private static final String INSERT =
      """
      insert into consumer_read as kept
        (contract, reader, version, first_read_at, last_read_at, reported_by)
      values (?, ?, ?, ?, ?, ?)
      on conflict (contract, reader, version) do update set
        first_read_at = least(kept.first_read_at, excluded.first_read_at),
        last_read_at = greatest(kept.last_read_at, excluded.last_read_at),
        reported_by = excluded.reported_by
      where excluded.first_read_at < kept.first_read_at
        or excluded.last_read_at > kept.last_read_at
      """;

  private final JdbcClient postgres;
  private final JdbcTemplate batches;

  ReadLog(JdbcClient postgres, JdbcTemplate batches) {
    this.postgres = postgres;
    this.batches = batches;
  }

  private record Times(Instant first, Instant last) {

    Times and(Times other) {
      return new Times(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /**
   * Keeps reads; durable when it returns.
   *
   * @param by subject of who reports
   */
  void keep(Collection<Read> reads, String by) {
    Map<Read.Key, Times> times = new HashMap<>();
    for (Read read : reads) {
      times.merge(read.key(), new Times(read.at(), read.at()), Times::and);
    }
    // In one order, so that two requests never wait for each other's rows.
    List<Object[]> rows =
        times.entrySet().stream()
            .map(each ->
                new Object[] {
                  each.getKey().contract().value(),
                  each.getKey().reader().value(),
                  told(each.getKey().version()),
                  Timestamp.from(each.getValue().first()),
                  Timestamp.from(each.getValue().last()),
                  by
                })
            .sorted(
                Comparator.comparing((Object[] row) -> row[0].toString())
                    .thenComparing(row -> row[1].toString())
                    .thenComparing(row -> row[2].toString()))
            .toList();
    if (!rows.isEmpty()) {
      batches.batchUpdate(INSERT, rows);
    }
  }

  /** Those for which there is no row, and no room for one either. */
  Set<Read.Key> withoutRoom(Set<Read.Key> keys) {
    Set<ContractId> full = new HashSet<>();
    Set<Read.Key> refused = new HashSet<>();
    for (ContractId contract : contracts(keys)) {
      long rows =
          postgres
              .sql("select count(*) from consumer_read where contract = ?")
              .param(contract.value())
              .query(Long.class)
              .single();
      if (rows >= MOST_OF_A_CONTRACT) {
        full.add(contract);
      }
    }
    for (ContractId contract : full) {
      Set<Read.Key> kept = new HashSet<>();
      ofContract(contract)
          .forEach(report ->
              kept.add(new Read.Key(report.reader(), report.contract(), report.version())));
      keys.stream()
          .filter(key -> key.contract().equals(contract) && !kept.contains(key))
          .forEach(refused::add);
    }
    return refused;
  }

  private static Set<ContractId> contracts(Set<Read.Key> keys) {
    Set<ContractId> contracts = new HashSet<>();
    keys.forEach(key -> contracts.add(key.contract()));
    return contracts;
  }

  @Override
  public List<Report> ofReaders(Set<ConsumerId> readers) {
    if (readers.isEmpty()) {
      return List.of();
    }
    return postgres
        .sql("select * from consumer_read where reader in (:readers)")
        .param("readers", readers.stream().map(ConsumerId::value).toList())
        .query(ReadLog::report)
        .list();
  }

  @Override
  public List<Report> ofContract(ContractId contract) {
    return postgres
        .sql("select * from consumer_read where contract = ?")
        .param(contract.value())
        .query(ReadLog::report)
        .list();
  }

  private static String told(@Nullable String version) {
    return version == null ? NOT_TOLD : version;
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    String version = row.getString("version");
    return new Report(
        new ConsumerId(row.getString("reader")),
        new ContractId(row.getString("contract")),
        version.equals(NOT_TOLD) ? null : version,
        row.getTimestamp("first_read_at").toInstant(),
        row.getTimestamp("last_read_at").toInstant());
  }
}
