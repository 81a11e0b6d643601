package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.contract.odcs.OdcsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

  @TempDir Path directory;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  @Test
  void aCsvFileBecomesADraft() throws IOException {
    Path csv =
        file(
            "visits.csv",
            """
            visit_id,email,page,seconds,paid,amount,visited_at,day
            17,a@b.example,home,12,true,4.50,2026-11-22T10:00:00Z,2026-11-22
            18,c@d.example,,3,false,,2026-11-22T10:01:00Z,2026-11-22
            """);
    DraftGolden.holds("visits.csv.odcs.yaml", Drafts.fromData(csv));
  }

  @Test
  void aJsonFileBecomesADraftWithItsPartsAndLists() throws IOException {
    Path json =
        file(
            "orders.ndjson",
            """
            {"order_id": "O-1", "lines": [{"sku": "A", "quantity": 2}], "address": {"city": "Bern"}, "tags": ["x"]}
            {"order_id": "O-2", "lines": [], "address": {"city": "Basel"}, "tags": []}
            """);
    DraftGolden.holds("orders.ndjson.odcs.yaml", Drafts.fromData(json));
  }

  @Test
  void aParquetFileBecomesADraft() throws SQLException {
    Path parquet = directory.resolve("cities.parquet");
    try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duckdb.createStatement()) {
      statement.execute(
          "COPY (SELECT 1::INTEGER AS city_id, 'Bern' AS city, 46.9::DECIMAL(8, 4) AS latitude,"
              + " [1, 2] AS zones, {'from': DATE '2026-01-01'} AS valid) TO '%s' (FORMAT parquet)"
                  .formatted(parquet));
    }
    DraftGolden.holds("cities.parquet.odcs.yaml", Drafts.fromData(parquet));
  }

  @Test
  void aThousandColumnsAreFine() throws IOException {
    String head = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row =
        IntStream.range(0, 1_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    Draft draft = Drafts.fromData(file("wide.csv", head + "\n" + row + "\n"));
    assertThat(draft.objects().getFirst().fields()).hasSize(1_000);
    String yaml = DraftGolden.written(draft);
    assertThat(OdcsReader.read(yaml).violations()).isEmpty();
    assertThat(DraftGolden.judged(DraftGolden.decided(yaml)).passed()).isTrue();
  }

  @Test
  void hostileHeadersStayNames() throws IOException {
    Path csv =
        file("it's; DROP.csv", "\"a: b\",\"- c\",\"\"\"d\"\" #? e\",\"<script>\"\n1,2,3,4\n");
    Draft draft = Drafts.fromData(csv);
    var object = OdcsReader.read(DraftGolden.written(draft)).contract().objects().getFirst();
    assertThat(object.properties())
        .extracting(p -> p.name())
        .containsExactly("a: b", "- c", "\"d\" #? e", "<script>");
    assertThat(object.physicalName()).isEqualTo("it's; DROP.csv");
  }

  @Test
  void whatIsNoDataIsRefused() throws IOException {
    Path broken = file("broken.json", "{\"a\": [1, }");
    assertThatThrownBy(() -> Drafts.fromData(broken))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("cannot be read as json");
    Path text = file("notes.txt", "a,b\n");
    assertThatThrownBy(() -> Drafts.fromData(text)).hasMessageContaining("ends with .parquet");
    Path several = file("all[1].csv", "a,b\n");
    assertThatThrownBy(() -> Drafts.fromData(several)).hasMessageContaining("rename it");
    assertThatThrownBy(() -> Drafts.fromData(directory.resolve("gone.csv")))
        .hasMessageContaining("there is no file");
  }
}
