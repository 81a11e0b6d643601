package io.concordat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

  @Test
  void precedenceFollowsTheSpecification() {
    List<SemanticVersion> ordered =
        List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2.0.0",
                "10.0.0",
                "99999999999999999999.0.0")
            .stream()
            .map(SemanticVersion::of)
            .toList();
    List<SemanticVersion> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "v1.0.0",
        "01.0.0",
        "1.00.0",
        "1.0.0-",
        "1.0.0-01",
        "1.0.0+",
        "1.0.0 ",
        " 1.0.0",
        "1.0.0-a..b",
        "1.0.-1",
        "１.0.0",
        "1.0.0\n"
      })
  void refusesWhatIsNotAVersion(String text) {
    assertThat(SemanticVersion.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> SemanticVersion.of(text));
  }

  @Test
  void buildMetadataDoesNotChangePrecedence() {
    SemanticVersion plain = SemanticVersion.of("1.0.0");
    SemanticVersion built = SemanticVersion.of("1.0.0+5114f85");
    assertThat(plain.comparePrecedence(built)).isZero();
    assertThat(plain).isNotEqualByComparingTo(built);
  }

  @Test
  void knowsMajorStepsAndPreReleases() {
    assertThat(SemanticVersion.of("2.0.0").isMajorAfter(SemanticVersion.of("1.9.9"))).isTrue();
    assertThat(SemanticVersion.of("1.9.9").isMajorAfter(SemanticVersion.of("1.0.0"))).isFalse();
    assertThat(SemanticVersion.of("1.0.0").isMajorAfter(SemanticVersion.of("2.0.0"))).isFalse();
    assertThat(SemanticVersion.of("2.0.0-rc.1").isPreRelease()).isTrue();
  }

  @Property(tries = 300)
  void readingWhatWasWrittenGivesTheSame(@ForAll("versions") SemanticVersion version) {
    assertThat(SemanticVersion.parse(version.toString())).contains(version);
  }

  @Property(tries = 300)
  void orderIsTotalAndAgreesWithEquals(
      @ForAll("versions") SemanticVersion a,
      @ForAll("versions") SemanticVersion b,
      @ForAll("versions") SemanticVersion c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isNotPositive();
    }
  }

  @Provide
  Arbitrary<SemanticVersion> versions() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 3);
    Arbitrary<String> suffix =
        Arbitraries.of("", "-a", "-a.1", "-1", "-1.a", "-10", "-rc.1", "+b", "+b.01", "-a+b");
    return Combinators.combine(number, number, number, suffix)
        .as((x, y, z, s) -> SemanticVersion.of(x + "." + y + "." + z + s));
  }
}
