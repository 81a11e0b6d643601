package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogTest {

  private static final String FOUND =
      """
      {"catalog":{"totalCount":2,
       "facets":[{"name":"domain","buckets":[{"value":"payments","count":2}]},{"name":"standing","buckets":[]}],
       "edges":[
        {"node":{"id":"payments/settlements","name":"Settlements","description":"Money.\\u001b[31m","tags":["gold","b"],
          "owner":{"subject":"maria"},"contracts":[{"id":"payments/settlements/daily","served":[
           {"version":"1.0.0","status":"DEPRECATED","supportedUntil":"2026-12-24T00:00:00Z"},
           {"version":"2.0.0","status":"ACTIVE","supportedUntil":null}]}]}},
        {"node":{"id":"payments/refunds","name":"=1+1, \\"x\\"","description":"Back.","tags":[],
          "owner":{"subject":"ben"},"contracts":[]}}]}}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void whatIsFoundIsShownWithWhatEndsAndHowItIsSpread() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(FOUND))) {
      Ended ended =
          run.execute(
              "catalog",
              "search",
              "settlement",
              "daily",
              "--domain",
              "payments",
              "--classification",
              "restricted",
              "--semantic-type",
              "iban",
              "--server",
              server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("payments/settlements  Settlements")
          .contains("deprecated: payments/settlements/daily@1.0.0 until 2026-12-24T00:00:00Z")
          .contains("2 products.")
          .contains("payments 2")
          .doesNotContain("standing")
          .doesNotContain("\u001b");
      JsonNode sent =
          JsonMapper.shared().readTree(server.asked().getFirst().body()).path("variables");
      assertThat(sent.path("query").asString()).isEqualTo("settlement daily");
      assertThat(sent.at("/classification/0").asString()).isEqualTo("RESTRICTED");
      assertThat(sent.at("/semanticType/0").asString()).isEqualTo("iban");
    }
  }

  @Test
  void aTableHasNoFormulas() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(FOUND))) {
      Ended ended =
          run.execute("catalog", "search", "--format", "csv", "--server", server.address());

      assertThat(ended.out().lines())
          .containsExactly(
              "product,name,owner,tags,contracts,deprecated",
              "payments/settlements,Settlements,maria,gold b,payments/settlements/daily,"
                  + "payments/settlements/daily@1.0.0 until 2026-12-24T00:00:00Z",
              "payments/refunds,\"'=1+1, \"\"x\"\"\",ben,,,");
      JsonNode json =
          JsonMapper.shared()
              .readTree(
                  run.execute("catalog", "search", "--format", "json", "--server", server.address())
                      .out());
      assertThat(json.path("totalCount").asInt()).isEqualTo(2);
    }
  }

  @Test
  void wrongUseIs2() {
    assertThat(run.execute("catalog", "search", "--first", "0").code()).isEqualTo(2);
    assertThat(run.execute("catalog", "search", "--format", "xml").code()).isEqualTo(2);
    assertThat(run.execute("catalog", "search", "--help").out()).contains("--semantic-type");
  }
}
