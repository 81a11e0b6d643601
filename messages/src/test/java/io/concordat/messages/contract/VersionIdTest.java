package io.concordat.messages.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.migration.MigrationId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a version of a contract is written. */
class VersionIdTest {

  private static final ContractId DAILY = new ContractId("payments/settlements/daily");

  @Test
  void whatIsWrittenIsReadAgain() {
    for (String version : List.of("1.4.0", "2.0.0-rc.1+build.7")) {
      VersionId id = new VersionId(DAILY, version);

      assertThat(id).hasToString("payments/settlements/daily@" + version);
      assertThat(VersionId.parse(id.toString())).contains(id);
    }
  }

  @Test
  void otherTextsNameNoVersion() {
    for (String text : List.of("", "a/b/c", "a/b/c@", "a/b/c@1@2", "a/b/c@" + "1".repeat(101))) {
      assertThat(VersionId.parse(text)).as(text).isEmpty();
      assertThatThrownBy(() -> new MigrationId(text)).isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> VersionId.parse("no contract@1.4.0")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aMigrationIsNamedAfterTheVersionThatIsLeft() {
    MigrationId migration = MigrationId.of(DAILY, "1.4.0");

    assertThat(migration).hasToString("payments/settlements/daily@1.4.0");
    assertThat(migration.contract()).isEqualTo(DAILY);
    assertThat(migration.version()).isEqualTo("1.4.0");
  }
}
