package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.contract.odcs.OdcsReader;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlDraftsTest {

  @Test
  void tablesOfSeveralDialectsBecomeADraft() throws IOException {
    String sql = Files.readString(DraftGolden.ROOT.resolve("shop.sql"));
    DraftGolden.holds("shop.sql.odcs.yaml", Drafts.fromSql(sql));
  }

  @Test
  void keysThatAreAddedLaterCount() {
    Draft draft =
        Drafts.fromSql(
            """
            CREATE TABLE public.t (a integer NOT NULL, b text);
            ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
            ALTER TABLE public.t ADD UNIQUE (b);
            """);
    DraftField a = draft.objects().getFirst().fields().getFirst();
    DraftField b = draft.objects().getFirst().fields().getLast();
    assertThat(a.keyPosition()).isEqualTo(1);
    assertThat(b.unique()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE TABLE t (a int,\\n  b text|line 2, column 5: expected ')', found the end",
        "CREATE TABLE t (a text DEFAULT 'x)|line 1, column 32: the text that begins here is not closed",
        "CREATE TABLE t (\\n a int,\\n a text)|line 3, column 2: column 'a' is there twice",
        "CREATE TABLE t (a int, PRIMARY KEY (b))|table 't' has no column 'b'",
        "/* CREATE TABLE|line 1, column 1: the comment that begins here is not closed",
        "CREATE TABLE \"t (a int)|line 1, column 14: the name that begins with \" here is not closed",
        "CREATE TABLE (a int)|line 1, column 14: expected the name of a table, found '('",
        "SELECT 1|line 1: there is no CREATE TABLE with columns here",
        "CREATE TABLE t (a struct<x int)|line 1, column 31: expected '>'",
      })
  void whatCannotBeReadIsToldWithItsPlace(String sql, String message) {
    String text = sql.replace("\\n", "\n");
    assertThatThrownBy(() -> Drafts.fromSql(text))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theWordsOfOtherStoresAreUnderstood() {
    Draft draft =
        Drafts.fromSql(
            """
            CREATE TABLE [dbo].[Sales Orders] (
              [Order Id] int IDENTITY(1,1) NOT NULL,
              [Rate] decimal(9, 4) NULL,
              [Kept] nvarchar(max),
              [At] datetimeoffset(7) DEFAULT (getdate()),
              CONSTRAINT [PK_Sales] PRIMARY KEY CLUSTERED ([Order Id] ASC)
            ) ON [PRIMARY];
            CREATE TABLE events (
              id BIGINT, tags ARRAY<STRING>, props MAP<STRING, STRING>,
              geo STRUCT<lat: DOUBLE, lon: DOUBLE> COMMENT 'where'
            ) USING delta PARTITIONED BY (id) TBLPROPERTIES ('a' = 'b');
            CREATE TABLE visits (
              visit_id int(11) unsigned NOT NULL AUTO_INCREMENT,
              kind enum('web','app') NOT NULL DEFAULT 'web',
              at timestamp(6) without time zone,
              PRIMARY KEY (visit_id),
              KEY by_kind (kind)
            ) ENGINE=InnoDB COMMENT='Visits';
            """);
    assertThat(draft.objects())
        .extracting(DraftObject::physicalName)
        .containsExactly("dbo.Sales Orders", null, null);
    assertThat(draft.objects().getFirst().fields())
        .extracting(DraftField::logicalType)
        .containsExactly("integer", "number", "string", "timestamp");
    assertThat(draft.objects().getFirst().fields().getFirst().keyPosition()).isEqualTo(1);
    assertThat(draft.objects().get(1).fields())
        .extracting(DraftField::logicalType)
        .containsExactly("integer", "array", "string", "object");
    assertThat(draft.objects().get(1).fields().getLast().description()).isEqualTo("where");
    assertThat(draft.objects().getLast().fields())
        .extracting(DraftField::logicalType)
        .containsExactly("integer", "string", "timestamp");
    assertThat(draft.objects().getLast().fields().get(1).values()).containsExactly("web", "app");
    assertThat(draft.objects().getLast().description()).isEqualTo("Visits");
  }

  @Test
  void hostileNamesStayNames() {
    String name = "x: y\n- z\"\"'; #?  \u202e {{a}} <script>";
    Draft draft =
        Drafts.fromSql("CREATE TABLE \"%s\" (\"%s\" int, \"- a: b\" text)".formatted(name, name));
    String yaml = DraftGolden.written(draft);
    var object = OdcsReader.read(yaml).contract().objects().getFirst();
    assertThat(object.name()).isEqualTo(name.replace("\"\"", "\""));
    assertThat(object.properties().getFirst().name()).isEqualTo(name.replace("\"\"", "\""));
    assertThat(object.properties().getLast().name()).isEqualTo("- a: b");
    assertThat(yaml).doesNotContain("\u202e");
  }
}
