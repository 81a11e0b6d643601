package io.concordat.command.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticePeriodTest {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 2026-01-31T12:00:00Z",
    "45, 2026-03-17T12:00:00Z",
    "P45D, 2026-03-17T12:00:00Z",
    "P1M, 2026-02-28T12:00:00Z",
    "P2W, 2026-02-14T12:00:00Z",
    "P1Y2M3DT4H5M6S, 2027-04-03T16:05:06Z",
    "PT36H, 2026-02-02T00:00:00Z",
    "P10Y, 2036-01-31T12:00:00Z"
  })
  void isReadAsADurationOrANumberOfDays(String text, Instant end) {
    assertThat(NoticePeriod.parse(text))
        .hasValueSatisfying(notice -> assertThat(notice.after(START)).isEqualTo(end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "-5",
        "P-5D",
        "4.5",
        "soon",
        "p5d",
        "30 days",
        "P5H",
        "3654",
        "P10Y1D",
        "P11Y",
        "99999",
        "P99999Y",
        "123456",
        "P999999999D"
      })
  void isNothingElseAndTenYearsAtMost(String text) {
    assertThat(NoticePeriod.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P60D", "60", "'P60D'"})
  void isFoundInTheDocument(String written) {
    String document = Documents.withNotice("1.0.0", written);

    assertThat(NoticePeriod.of(document)).isPresent().isEqualTo(NoticePeriod.of(read(document)));
    assertThat(NoticePeriod.violation(read(document))).isEmpty();
  }

  @Test
  void mayBeAbsent() {
    String document = Documents.active("1.0.0");

    assertThat(NoticePeriod.of(document)).isEmpty();
    assertThat(NoticePeriod.of(read(document))).isEmpty();
    assertThat(NoticePeriod.violation(read(document))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "[1, 2]", "P11Y", "true"})
  void isToldWithItsLineWhereItCannotBeRead(String written) {
    String document = Documents.withNotice("1.0.0", written);

    assertThat(NoticePeriod.of(document)).isEmpty();
    assertThat(NoticePeriod.violation(read(document)))
        .hasValueSatisfying(violation -> {
          assertThat(violation)
              .extracting(Violation::policy, Violation::severity, Violation::path, Violation::line)
              .containsExactly("notice-period", Severity.ERROR, "$.customProperties[1].value", 10);
          assertThat(violation.message()).contains("P60D");
        });
  }

  private static OdcsContract read(String document) {
    OdcsContract contract = OdcsReader.read(document).contract();
    assertThat(contract).isNotNull();
    return contract;
  }
}
