package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.eventstore.stream.FoldedStream;
import io.concordat.eventstore.stream.FoldedStreams;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes over one database: nothing but the database keeps them apart. */
class TwoNodesTest {

  private static House one;
  private static House two;

  @BeforeAll
  static void open() {
    String url = TestEngines.postgres();
    one = House.over(url, TestProjections.Recorder.class);
    two = House.over(url, TestProjections.Recorder.class);
  }

  @AfterAll
  static void close() {
    two.close();
    one.close();
  }

  @Test
  void aNodeWhoseCacheIsStaleTriesAgainAndSucceeds() {
    OpenIncident open = CommandsTest.openIncident();
    one.send(open);
    AcknowledgeIncident acknowledge = new AcknowledgeIncident(open.incident());
    for (int i = 0; i < 5; i++) {
      one.send(acknowledge);
      two.send(acknowledge);
    }
    assertThat(one.bean(StreamReader.class).head(open.stream())).hasValue(10);
  }

  @Test
  void aNodeWhoseCacheIsStaleDoesNotSayThatThereIsNothingToDo() {
    OpenIncident open = CommandsTest.openIncident();
    ResolveIncident resolve = new ResolveIncident(open.incident(), ResolutionCause.FIXED, null);
    one.send(open);
    one.send(resolve);
    two.send(new AcknowledgeIncident(open.incident()));
    assertThat(one.send(resolve).appended()).hasSize(1);
  }

  @Test
  void aNodeWhoseMemoryOfAnotherStreamIsStaleDoesNotRefuse() {
    OpenIncident first = CommandsTest.openIncident();
    OpenIncident second = CommandsTest.openIncident();
    one.send(first);
    two.send(new ResolveIncident(first.incident(), ResolutionCause.FIXED, null));
    two.send(second);
    ResolveIncident follows =
        new ResolveIncident(
            second.incident(), ResolutionCause.FIXED, TestAggregates.FOLLOWS + first.incident());
    assertThat(one.send(follows).appended()).hasSize(1);
  }

  @Test
  void manyOnBothNodesLoseNothing() {
    OpenIncident open = CommandsTest.openIncident();
    one.send(open);
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(acknowledge(one, open));
      answers.add(acknowledge(two, open));
    }
    long stored =
        answers.stream()
            .map(answer -> answer.handle((receipt, failure) -> failure == null))
            .filter(CompletableFuture::join)
            .count();
    assertThat(one.bean(StreamReader.class).head(open.stream())).hasValue(stored);
    assertThat(stored).isGreaterThan(40);
  }

  private static CompletableFuture<Receipt> acknowledge(House node, OpenIncident open) {
    return node.bean(Commands.class)
        .send(new AcknowledgeIncident(open.incident()), House.ANA, CommandOptions.NONE);
  }

  @Test
  void bothMakeTheSameStreamAndOneMakesIt() {
    for (int i = 0; i < 10; i++) {
      String slug = "race-" + i;
      CompletableFuture<Receipt> first =
          one.bean(Commands.class).send(CommandsTest.register(slug), House.ANA);
      CompletableFuture<Receipt> second =
          two.bean(Commands.class).send(CommandsTest.register(slug), House.BEN);
      assertThat(first.join().appended().size() + second.join().appended().size()).isEqualTo(1);
    }
  }

  @Test
  void oneKeyOnBothNodesStoresOnce() {
    OpenIncident open = CommandsTest.openIncident();
    one.send(open);
    CommandOptions key = CommandOptions.NONE.withIdempotencyKey("both");
    AcknowledgeIncident acknowledge = new AcknowledgeIncident(open.incident());
    CompletableFuture<Receipt> first = one.bean(Commands.class).send(acknowledge, House.ANA, key);
    CompletableFuture<Receipt> second = two.bean(Commands.class).send(acknowledge, House.ANA, key);
    assertThat(first.join()).isEqualTo(second.join());
    assertThat(one.bean(StreamReader.class).head(open.stream())).hasValue(1);
  }

  @Test
  void indexesBecomeVisibleInTheirOrder() {
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    JdbcTemplate jdbc = new JdbcTemplate(one.bean(DataSource.class));
    for (int i = 0; i < 300; i++) {
      answers.add(
          (i % 2 == 0 ? one : two)
              .bean(Commands.class)
              .send(CommandsTest.openIncident(), House.ANA));
    }
    long seen = 0;
    long below = 0;
    while (answers.stream().anyMatch(answer -> !answer.isDone())) {
      Long late =
          jdbc.queryForObject(
              "select count(*) from domain_event_entry where global_index <= ?", Long.class, seen);
      assertThat(late).as("events that appeared below index %s", seen).isEqualTo(below);
      var head =
          jdbc.queryForMap(
              "select coalesce(max(global_index), 0) as head, count(*) as events"
                  + " from domain_event_entry");
      seen = ((Number) head.get("head")).longValue();
      below = ((Number) head.get("events")).longValue();
    }
    answers.forEach(CompletableFuture::join);
  }

  @Test
  void aReaderOnTheNodeThatDoesNotProjectSeesItsWriteToo() {
    for (House node : List.of(one, two)) {
      Receipt receipt = node.send(CommandsTest.openIncident());
      assertThat(
              node.bean(ReadBarrier.class)
                  .await(
                      receipt.highestIndex().orElseThrow(),
                      Set.of(TestProjections.RECORDER),
                      Duration.ofSeconds(5)))
          .isTrue();
    }
  }

  @Test
  void aFoldFollowsItsOwnNodeAtOnceAndTheOtherSoon() {
    OpenIncident open = CommandsTest.openIncident();
    FoldedStream<Integer> local =
        one.bean(FoldedStreams.class)
            .of(open.stream(), 0, (count, event) -> count + 1, Duration.ofMinutes(1));
    FoldedStream<Integer> remote =
        two.bean(FoldedStreams.class)
            .of(open.stream(), 0, (count, event) -> count + 1, Duration.ofMillis(200));
    assertThat(local.get()).isZero();
    assertThat(remote.get()).isZero();
    one.send(open);
    assertThat(local.get()).isEqualTo(1);
    one.send(new AcknowledgeIncident(open.incident()));
    assertThat(local.get()).isEqualTo(2);
    assertThat(remote.current()).isEqualTo(2);
    two.send(new AcknowledgeIncident(open.incident()));
    assertThat(local.get()).isEqualTo(2);
    assertThat(local.current()).isEqualTo(3);
    await().atMost(Duration.ofSeconds(5)).until(() -> remote.get() == 3);
  }
}
