package io.concordat.graphql.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkdownTest {

  @Test
  void keepsWhatMarkdownMeans() {
    assertThat(SafeMarkdown.html("**Why** [here](https://example.org)?"))
        .contains("<strong>Why</strong>")
        .contains("href=\"https://example.org\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", ">", "- ", "1. ", "*a **a ", "[", "![", "<", "`", "_a __a "})
  void aTextThatNestsDeeplyCanBeShown(String piece) {
    String text = piece.repeat(8_000 / piece.length());
    assertThat(SafeMarkdown.html(text + "end")).contains("end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "<javascript:alert(1)>",
        "![x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x]: javascript:alert(1)\n\n[x]",
        "**<b onclick='x()'>**"
      })
  void letsNothingRun(String hostile) {
    assertThat(SafeMarkdown.html(hostile).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("<script")
        .doesNotContain("<img src=x")
        .doesNotContain("<b ")
        .doesNotContain("=\"javascript:")
        .doesNotContain("=\"data:");
  }
}
