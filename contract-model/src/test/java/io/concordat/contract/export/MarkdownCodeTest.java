package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownCodeTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "orders.amount,        `orders.amount`",
        "a`b,                  ``a`b``",
        "a``b`c,               ```a``b`c```",
        "`<script>`,           `` `<script>` ``",
        "```,                  ```` ``` ````",
        "a\\,                  `a\\`",
      })
  void nothingInATextEndsItsSpan(String text, String span) {
    assertThat(MarkdownCode.span(text)).isEqualTo(span);
  }

  @Test
  void aSpanIsOnOneLineAndNeverEmpty() {
    assertThat(MarkdownCode.span("a\n\n# b")).isEqualTo("`a  # b`");
    assertThat(MarkdownCode.span("")).isEqualTo("` `");
  }

  @Test
  void aBlockHasALongerFenceThanItsText() {
    assertThat(MarkdownCode.block("a\n````\nb")).isEqualTo("`````sql\na\n````\nb\n`````\n");
  }
}
