package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.SemanticVersion;
import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionAdviceTest {

  private static VersionAdvice advice(String latest, String worst) {
    List<ContractChange> changes =
        worst == null
            ? List.of()
            : List.of(
                new ContractChange(
                    ChangeKind.valueOf(worst), "rule", "$", null, "It is so.", null, null));
    return VersionAdvice.of(SemanticVersion.of(latest), new Comparison(changes));
  }

  @ParameterizedTest
  @CsvSource({
    "1.4.2, BREAKING, MAJOR, 2.0.0",
    "1.4.2, ADDITIVE, MINOR, 1.5.0",
    "1.4.2, COSMETIC, PATCH, 1.4.3",
    "1.4.2, , PATCH, 1.4.3",
    "0.4.2, BREAKING, MAJOR, 1.0.0",
    "0.4.2, ADDITIVE, MINOR, 0.5.0",
    "2.0.0-rc.1, BREAKING, PATCH, 2.0.0",
    "2.0.0-rc.1, COSMETIC, PATCH, 2.0.0",
    "1.4.2+build.7, COSMETIC, PATCH, 1.4.3"
  })
  void tellsTheRightNextVersion(String latest, String worst, Bump bump, String next) {
    assertThat(advice(latest, worst).required()).isEqualTo(bump);
    assertThat(advice(latest, worst).next()).hasToString(next);
  }

  @ParameterizedTest
  @CsvSource({
    "1.4.2, BREAKING, 2.0.0, true",
    "1.4.2, BREAKING, 3.1.4, true",
    "1.4.2, BREAKING, 2.0.0-rc.1, true",
    "1.4.2, BREAKING, 1.9.0, false",
    "1.4.2, ADDITIVE, 1.5.0, true",
    "1.4.2, ADDITIVE, 1.7.3, true",
    "1.4.2, ADDITIVE, 2.0.0, true",
    "1.4.2, ADDITIVE, 1.4.3, false",
    "1.4.2, COSMETIC, 1.4.3, true",
    "1.4.2, COSMETIC, 1.4.2, false",
    "1.4.2, COSMETIC, 1.3.9, false",
    "1.4.2, COSMETIC, 1.4.2+b, false",
    "2.0.0-rc.1, BREAKING, 2.0.0-rc.2, true",
    "2.0.0-rc.1, BREAKING, 2.0.0, true"
  })
  void aVersionMustBeALargeEnoughStep(String latest, String worst, String wanted, boolean fits) {
    assertThat(advice(latest, worst).fits(SemanticVersion.of(wanted))).isEqualTo(fits);
  }
}
