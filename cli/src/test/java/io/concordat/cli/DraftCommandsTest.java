package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftCommandsTest {

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void source() throws IOException {
    run = new Run(directory);
    Files.writeString(
        directory.resolve("tables.sql"),
        "CREATE TABLE orders (order_id VARCHAR(36) PRIMARY KEY, total NUMERIC(12, 2) NOT NULL);");
  }

  @Test
  void initWritesAValidContractAndTellsWhatIsOpen() throws IOException {
    Ended ended = run.execute("init", "payments/settlements/daily");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("daily.odcs.yaml is written").contains("#?");
    assertThat(run.execute("lint", "daily.odcs.yaml").code()).isZero();
    assertThat(Files.readString(directory.resolve("daily.odcs.yaml")))
        .contains("id: payments/settlements/daily");
  }

  @Test
  void whatIsThereIsKeptUnlessItIsForced() throws IOException {
    Files.writeString(directory.resolve("daily.odcs.yaml"), "mine");

    assertThat(run.execute("init", "payments/settlements/daily").code()).isEqualTo(2);
    assertThat(directory.resolve("daily.odcs.yaml")).hasContent("mine");
    assertThat(run.execute("init", "payments/settlements/daily", "--force").code()).isZero();
    assertThat(run.execute("lint", "daily.odcs.yaml").code()).isZero();
  }

  @Test
  void aTableBecomesAContract() throws IOException {
    Ended ended = run.execute("import", "tables.sql", "--id", "sales/orders/orders", "--to", "-");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("order_id").contains("total");
    assertThat(run.input(ended.out()).execute("lint", "-").code()).isZero();
    assertThat(
            run.execute("init", "sales/orders/orders", "--from", "tables.sql", "--to", "-").out())
        .isEqualTo(ended.out());
  }

  @Test
  void aSourceThatCannotBeReadIsExitCode2WithThePlace() throws IOException {
    Files.writeString(directory.resolve("broken.sql"), "CREATE TABLE orders (\n  id INT,,\n);");

    assertThat(run.execute("import", "broken.sql", "--id", "sales/orders/orders").code())
        .isEqualTo(2);
    assertThat(run.execute("import", "none.sql", "--id", "sales/orders/orders").code())
        .isEqualTo(2);
    assertThat(run.execute("import", "tables.sql", "--id", "Not An Id").code()).isEqualTo(2);
    assertThat(run.execute("import", "tables.sql", "--id", "a/b/c", "--format", "cobol").err())
        .contains("json-schema");
    assertThat(run.execute("init", "a/b/c", "--latency", "soon").code()).isEqualTo(2);
    assertThat(directory.resolve("orders.odcs.yaml")).doesNotExist();
  }

  @Test
  void aViewServesTheEarlierSchemaWhereItCan() throws IOException {
    Files.writeString(directory.resolve("before.yaml"), Contracts.GOOD);
    Files.writeString(
        directory.resolve("after.yaml"), Contracts.GOOD.replace("name: settlement_id", "name: id"));

    assertThat(run.execute("export", "view-postgresql", "after.yaml").code()).isEqualTo(2);
    assertThat(
            run.execute("export", "view-postgresql", "before.yaml", "--before", "before.yaml")
                .code())
        .isZero();
    Ended refused =
        run.execute("export", "view-postgresql", "after.yaml", "--before", "before.yaml");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("settlement_id");
  }
}
