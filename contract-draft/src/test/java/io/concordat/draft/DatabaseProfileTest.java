package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.concordat.draft.DatabaseProfile.Source;
import io.concordat.localstack.TestEngines;
import io.concordat.profile.FieldFigures;
import io.concordat.profile.FieldSketch;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables of a real PostgreSQL. */
class DatabaseProfileTest {

  private static final int ROWS = 1_200_000;
  private static String plain;
  private static String password;
  private static Source source;

  @BeforeAll
  static void table() throws SQLException {
    String url = TestEngines.postgres();
    password = part(url, "password");
    plain = url.replaceAll("[?&](user|password)=[^&]*", "");
    source = new Source(plain, part(url, "user"), password);
    try (Connection postgres = DriverManager.getConnection(url);
        Statement statement = postgres.createStatement()) {
      statement.execute("create schema shop");
      statement.execute(
          "create table shop.\"Daily\" as select n as id, (n % 100)::numeric(10, 2) as amount,"
              + " case when n % 4 = 0 then null else 'AB-' || n % 7 end as code"
              + " from generate_series(1, "
              + ROWS
              + ") as n");
    }
  }

  @Test
  void aTableIsReadRowByRowIntoTheSketches() {
    List<Long> told = new ArrayList<>();
    Map<String, FieldSketch> profile =
        DatabaseProfile.ofQuery(source, DatabaseProfile.allOf("shop.Daily"), false, told::add);

    assertThat(profile.keySet()).containsExactly("id", "amount", "code");
    FieldFigures amount = profile.get("amount").figures();
    assertThat(amount.count()).isEqualTo(ROWS);
    assertThat(amount.numbers().mean()).isCloseTo(49.5, within(1e-9));
    FieldFigures code = profile.get("code").figures();
    assertThat(code.nulls()).isEqualTo(ROWS / 4);
    assertThat(code.shapes().getFirst().item()).isEqualTo("AA-9");
    assertThat(told).containsExactly(1_000_000L);
  }

  @Test
  void aQueryIsReadAndNothingIsWritten() {
    assertThat(
            DatabaseProfile.ofQuery(
                    source,
                    "select amount * 2 as twice from shop.\"Daily\" where id <= 10",
                    false,
                    _ -> {})
                .get("twice")
                .figures()
                .count())
        .isEqualTo(10);
    refuses("delete from shop.\"Daily\" returning id", "read-only");
    refuses("select nonsense", "nonsense");
  }

  @Test
  void secretsAreNeitherTakenFromAUrlNorTold() {
    refuses(new Source(plain + "?password=hunter2", null, null), "neither user nor password");
    refuses(
        new Source("jdbc:postgresql://me:hunter2@localhost/x", null, null),
        "neither user nor password");
    refuses(new Source("jdbc:h2:mem:hunter2", null, null), "jdbc:postgresql:");
    refuses(new Source(plain, source.user(), "hunter2"), "authentication failed");
    assertThat(source.toString()).isEqualTo(plain);
    refuses("select '" + password + "'::int", "***");
  }

  private static void refuses(String query, String message) {
    assertThatThrownBy(() -> DatabaseProfile.ofQuery(source, query, false, _ -> {}))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining(password);
  }

  private static String part(String url, String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private static void refuses(Source wrong, String message) {
    assertThatThrownBy(() -> DatabaseProfile.ofQuery(wrong, "select 1", false, _ -> {}))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("hunter2");
  }
}
