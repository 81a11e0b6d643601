package io.concordat.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import io.concordat.messages.policy.Waiver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentKeeperTest {

  private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "a waiver that holds, 4, w-1, 2026-11-23T11:59:59Z, false",
    "a waiver that has ended, 4, w-1, 2026-11-23T12:00:00Z, true",
    "a waiver that is not in the set, 4, w-2, 2026-11-23T11:59:59Z, true",
    "judged by an older set, 3, w-1, 2026-11-23T11:59:59Z, true",
    "without a waiver, 4, , 2026-11-23T12:00:00Z, false"
  })
  void aPublicationIsJudgedAgainWhereItMissedItsRound(
      String when, int judgedBy, @Nullable String waiver, Instant now, boolean again) {
    Violation found = new Violation("field-described", Severity.ERROR, "$.schema[0]", 3, "why");
    Verdict verdict = new Verdict(judgedBy, List.of(waiver == null ? found : found.under(waiver)));

    assertThat(AssessmentKeeper.mayHaveMissedItsRound(verdict, set(), now))
        .as(when)
        .isEqualTo(again);
  }

  private static PolicySet set() {
    return new PolicySet(
        4,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Waiver(
                "w-1", "field-described", "payments/settlements/daily", "owner", "why", END)));
  }
}
