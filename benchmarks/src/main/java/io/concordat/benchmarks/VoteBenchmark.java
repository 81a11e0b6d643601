package io.concordat.benchmarks;

import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.decision.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Votes a second, decided, appended and committed, against the same rows inserted one per
 * transaction by plain JDBC into a table with the same indexes, through the same pool, in the same
 * run; then {@link CrowdedBallots}. Argument: seconds of each measurement, 5 by default.
 */
public final class VoteBenchmark {

  private static final int SEATS = 64;
  private static final int BALLOTS = 64;
  private static final int REPEATS = 3;

  private VoteBenchmark() {}

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    Duration each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5);
    try (CouncilHouse house = CouncilHouse.open(SEATS, BALLOTS)) {
      Baseline baseline = new Baseline(house.dataSource());
      Load.perSecond(8, each.multipliedBy(2), (client, round) -> vote(house, client, round));
      baseline.prepare();
      Load.perSecond(8, each, baseline::insert);
      System.out.println("| clients | votes/s | JDBC rows/s | ratio |");
      System.out.println("|---|---|---|---|");
      for (int clients : new int[] {1, 8, 32}) {
        double[] votes = new double[REPEATS];
        double[] rows = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
          rows[i] = Load.perSecond(clients, each, baseline::insert);
          votes[i] = Load.perSecond(clients, each, (client, round) -> vote(house, client, round));
        }
        System.out.printf(
            Locale.ROOT,
            "| %d | %,.0f | %,.0f | %.2f |%n",
            clients,
            Load.median(votes),
            Load.median(rows),
            Load.median(votes) / Load.median(rows));
      }
    }
    CrowdedBallots.measure(each.multipliedBy(2));
    System.exit(0);
  }

  private static void vote(CouncilHouse house, int client, long round) {
    Actor voter = house.voters().get(client);
    ProposalId ballot = house.ballots().get((int) ((client * 7L + round) % house.ballots().size()));
    boolean odd = (round / house.ballots().size()) % 2 == 1;
    house
        .commands()
        .send(
            new CastVote(
                ballot, odd ? VoteChoice.ABSTAIN : VoteChoice.CONSENT, "Round " + round, null),
            voter)
        .join();
  }

  /** The rows of votes, without anything that decides them. */
  private static final class Baseline {

    private static final String INSERT =
        """
        insert into baseline (global_index, event_identifier, aggregate_identifier,
          sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
        values (nextval('baseline_index'), ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private final DataSource dataSource;
    private byte[] payload = new byte[0];
    private byte[] metaData = new byte[0];

    Baseline(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /** Makes the table and takes a real vote's bytes as the model. */
    void prepare() throws SQLException {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create sequence baseline_index");
        statement.execute("create table baseline (like domain_event_entry including all)");
        try (ResultSet row =
            statement.executeQuery(
                "select payload, meta_data from domain_event_entry"
                    + " where payload_type = 'proposal.vote-cast' order by global_index desc"
                    + " limit 1")) {
          row.next();
          payload = row.getBytes(1);
          metaData = row.getBytes(2);
        }
      }
    }

    void insert(int client, long round) throws SQLException {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(INSERT)) {
        String id = TimeOrderedIds.next().toString();
        statement.setString(1, id);
        statement.setString(2, "proposal:" + id);
        statement.setLong(3, 0);
        statement.setString(4, "proposal");
        statement.setObject(5, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        statement.setString(6, "proposal.vote-cast");
        statement.setString(7, "1");
        statement.setBytes(8, payload);
        statement.setBytes(9, metaData);
        statement.executeUpdate();
      }
    }
  }
}
