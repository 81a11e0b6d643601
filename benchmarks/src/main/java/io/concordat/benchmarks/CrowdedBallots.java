package io.concordat.benchmarks;

import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.VoteChoice;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * Fifty clients, each the voice of a domain, vote on twenty proposals as fast as they are answered,
 * over the command bus of one node, and change their votes each time they come round. Afterwards
 * the stored events are counted: every vote that was answered is there once, the last one of a
 * domain is the last that it was answered for, and no stream has a gap.
 */
final class CrowdedBallots {

  private static final int CLIENTS = 50;
  private static final int PROPOSALS = 20;

  /** What a client was answered for on one ballot. */
  private record Answered(long votes, String lastReason) {}

  private final CouncilHouse house;
  private final Map<String, Answered> answered = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private CrowdedBallots(CouncilHouse house) {
    this.house = house;
  }

  /** Runs it and prints a Markdown table; fails where a vote was lost or counted twice. */
  static void measure(Duration duration) throws Exception {
    try (CouncilHouse house = CouncilHouse.open(CLIENTS, PROPOSALS)) {
      Load.perSecond(CLIENTS, Duration.ofSeconds(2), new CrowdedBallots(house)::warmUp);
      CrowdedBallots ballots = new CrowdedBallots(house);
      long before =
          ballots.stored(house.dataSource()).values().stream().mapToLong(Stored::votes).sum();
      double perSecond = Load.perSecond(CLIENTS, duration, ballots::vote);
      ballots.report(perSecond, before);
    }
  }

  private void warmUp(int client, long round) {
    cast(client, round, "warm " + round);
  }

  private void vote(int client, long round) {
    String reason = "vote " + round;
    long start = System.nanoTime();
    ProposalId ballot = cast(client, round, reason);
    nanos.add(System.nanoTime() - start);
    answered.merge(
        key(ballot.toString(), "domain-" + client),
        new Answered(1, reason),
        (all, one) -> new Answered(all.votes() + 1, one.lastReason()));
  }

  private ProposalId cast(int client, long round, String reason) {
    ProposalId ballot = house.ballots().get((int) ((client + round) % PROPOSALS));
    VoteChoice choice = (round / PROPOSALS) % 2 == 1 ? VoteChoice.ABSTAIN : VoteChoice.CONSENT;
    house
        .commands()
        .send(new CastVote(ballot, choice, reason, null), house.voters().get(client))
        .join();
    return ballot;
  }

  private void report(double perSecond, long before) throws SQLException {
    Map<String, Stored> stored = stored(house.dataSource());
    long accepted = answered.values().stream().mapToLong(Answered::votes).sum();
    long found = stored.values().stream().mapToLong(Stored::votes).sum() - before;
    long otherLast =
        answered.entrySet().stream()
            .filter(entry -> {
              Stored last = stored.get(entry.getKey());
              return last == null || !last.lastReason().equals(entry.getValue().lastReason());
            })
            .count();
    long gaps = gaps(house.dataSource());
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.println();
    System.out.println(
        "| clients | proposals | votes/s | p95 ms | answered | stored | other last vote | gaps |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %,.0f | %.1f | %d | %d | %d | %d |%n",
        CLIENTS,
        PROPOSALS,
        perSecond,
        sorted[(int) (sorted.length * 0.95)] / 1e6,
        accepted,
        found,
        otherLast,
        gaps);
    if (accepted != found || otherLast > 0 || gaps > 0) {
      throw new IllegalStateException("Votes were lost or counted twice");
    }
  }

  /** Votes in the store of one domain on one ballot. */
  private record Stored(long votes, String lastReason) {}

  private Map<String, Stored> stored(DataSource dataSource) throws SQLException {
    Map<String, Stored> stored = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select vote ->> 'proposal', vote ->> 'domain', count(*),
                  (array_agg(vote ->> 'reason' order by sequence_number desc))[1]
                from (select sequence_number, convert_from(payload, 'UTF8')::jsonb as vote
                  from domain_event_entry where payload_type = 'proposal.vote-cast') votes
                group by 1, 2
                """)) {
      while (rows.next()) {
        stored.put(
            key(rows.getString(1), rows.getString(2)),
            new Stored(rows.getLong(3), rows.getString(4)));
      }
    }
    return stored;
  }

  private static long gaps(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select count(*) from (select max(sequence_number) + 1 - count(*) as missing
                  from domain_event_entry group by aggregate_identifier) streams
                where missing <> 0
                """)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String key(String ballot, String domain) {
    return ballot + " " + domain;
  }
}
