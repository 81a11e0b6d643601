package io.concordat.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;

/** What tests say about a decider's answer. */
public final class Answers {

  private Answers() {}

  /** The answer is yes, and exactly these events happened. */
  @SafeVarargs
  public static <E> void assertAccepted(Decision<E> decision, E... events) {
    assertThat(decision).isEqualTo(Decision.accept(events));
  }

  /** The answer is no, for this reason and with a sentence that names {@code mentioned}. */
  public static void assertRejected(Decision<?> decision, RejectionCode code, String mentioned) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().code()).isEqualTo(code);
              assertThat(rejected.rejection().detail()).contains(mentioned);
            });
  }
}
