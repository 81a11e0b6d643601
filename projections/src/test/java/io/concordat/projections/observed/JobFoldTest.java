package io.concordat.projections.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.projections.observed.JobEdge.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobFoldTest {

  private JobFold job;

  @BeforeEach
  void start() {
    job = new JobFold("job", List.of(), null, null, null);
  }

  @Test
  void whatTheNextCompleteRunNoLongerHasEnds() {
    event("one", 1, "a", "b");
    complete("one", 2);
    event("two", 10, "b");
    assertThat(shown()).containsExactly("a 1-", "b 1-");

    complete("two", 11);

    assertThat(shown()).containsExactly("a 1-11", "b 1-");
  }

  @Test
  void datasetsMayBeSpreadOverTheEventsOfARun() {
    event("one", 1, "a");
    event("one", 2, "b");
    complete("one", 3);
    event("two", 10, "a");
    complete("two", 11);
    event("two", 10, "b");
    job.settle();

    assertThat(shown()).as("b came after the end of the run").containsExactly("a 1-", "b 2-");
  }

  @Test
  void aCompletionThatComesFirstEndsNothingUntilItsRunShowsSomething() {
    event("one", 1, "a");
    complete("one", 2);
    complete("two", 11);
    assertThat(shown()).containsExactly("a 1-");

    event("two", 10, "b");

    assertThat(shown()).containsExactly("a 1-11", "b 10-");
  }

  @Test
  void anOlderRunThatComesLateIsHistory() {
    event("two", 10, "a");
    complete("two", 11);
    event("one", 1, "a", "b");
    complete("one", 2);

    assertThat(shown()).containsExactly("a 1-", "b 1-11");
  }

  @Test
  void aRunThatFailsEndsNothing() {
    event("one", 1, "a");
    complete("one", 2);
    event("two", 10, "b");

    assertThat(shown()).containsExactly("a 1-", "b 10-");
  }

  @Test
  void whatComesBackIsAnotherEdge() {
    event("one", 1, "a", "b");
    complete("one", 2);
    event("two", 10, "b");
    complete("two", 11);
    event("three", 20, "a", "b");
    complete("three", 21);

    assertThat(shown()).containsExactly("a 1-11", "a 20-", "b 1-");
  }

  @Test
  void runsAtTheSameTimeKeepWhatTheyShow() {
    event("one", 1, "a");
    event("two", 2, "a");
    event("one", 3, "a");
    complete("two", 4);
    complete("one", 5);

    assertThat(shown()).containsExactly("a 1-");
  }

  @Test
  void aDatasetThatIsGoneIsNoLongerWritten() {
    event("one", 1, "a", "b");
    job.gone("a", at(5));
    job.gone("b", at(0));

    assertThat(shown()).containsExactly("a 1-5", "b 1-");
  }

  @Test
  void sayingItAgainChangesNothing() {
    event("one", 1, "a");
    complete("one", 2);
    JobFold again =
        new JobFold("job", job.edges(), job.completedRun(), job.completedAt(), job.lastSeen());
    again.shows(Kind.READS, "a", "one", at(1), null);
    again.complete("one", at(2));
    again.settle();

    assertThat(again.changed()).isEmpty();
  }

  private void event(String run, int second, String... datasets) {
    job.seen(at(second));
    for (String dataset : datasets) {
      job.shows(Kind.READS, dataset, run, at(second), null);
    }
    job.settle();
  }

  private void complete(String run, int second) {
    job.complete(run, at(second));
    job.settle();
  }

  private List<String> shown() {
    return job.edges().stream()
        .map(edge ->
            edge.dataset()
                + " "
                + edge.from().getEpochSecond()
                + "-"
                + (edge.to() == null ? "" : edge.to().getEpochSecond()))
        .sorted()
        .toList();
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
