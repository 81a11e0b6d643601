package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Sources that are cut, doubled and mixed are read or refused, and nothing else. */
class SourceFuzzTest {

  private String sql = "";
  private String avro = "";
  private String schema = "";

  @BeforeProperty
  void read() throws IOException {
    sql = Files.readString(DraftGolden.ROOT.resolve("shop.sql"));
    avro = Files.readString(DraftGolden.ROOT.resolve("orders.avsc"));
    schema = Files.readString(DraftGolden.ROOT.resolve("orders.schema.json"));
  }

  @Property(tries = 3_000)
  void aSourceIsReadOrRefused(
      @ForAll @IntRange(max = 2_000) int from,
      @ForAll @IntRange(max = 40) int length,
      @ForAll @StringLength(max = 8) String put) {
    for (Case one :
        List.of(
            new Case(sql, Drafts::fromSql),
            new Case(avro, Drafts::fromAvro),
            new Case(schema, text -> Drafts.fromJsonSchema(text, "rows")))) {
      int start = Math.min(from, one.source.length());
      int end = Math.min(start + length, one.source.length());
      String mutant = one.source.substring(0, start) + put + one.source.substring(end);
      try {
        assertThat(one.reader.apply(mutant).objects()).isNotEmpty();
      } catch (DraftException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  private record Case(String source, Function<String, Draft> reader) {}
}
