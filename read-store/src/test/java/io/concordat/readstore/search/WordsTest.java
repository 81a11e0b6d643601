package io.concordat.readstore.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void namesAreCutAtSeparatorsAndHumpsAndKeptWhole() {
    assertThat(Words.of("settlementDate settlement_date IBAN v2"))
        .containsExactly("settlementdate", "settlement", "date", "iban", "v2");
  }

  @Test
  void whatMeansSomethingToASearchEngineIsNoWord() {
    assertThat(Words.of("*:* AND (x~2) \"y\" \\ +z^9"))
        .containsExactly("and", "x", "2", "y", "z", "9");
    assertThat(Words.of("!? --")).isEmpty();
    assertThat(Words.of(null)).isEmpty();
  }

  @Test
  void caseDoesNotDependOnTheMachine() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr"));
    try {
      assertThat(Words.of("TITLE Größe")).containsExactly("title", "größe");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void longWordsAreCut() {
    assertThat(Words.of("x".repeat(500))).containsExactly("x".repeat(64));
  }

  @Test
  void textsAreJoinedWithEachWordOnce() {
    assertThat(Words.joined(Arrays.asList("gold value", null, "Value day")))
        .isEqualTo("gold value day");
  }
}
