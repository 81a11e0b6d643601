package io.concordat.cli.council;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of a proposed policy, beside its file. */
final class ProposedText {

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "One line; without it, what the policy is called.")
  private @Nullable String title;

  @Option(
      names = "--rationale",
      paramLabel = "TEXT",
      description = "Why, in Markdown; without it, the policy's documentation.")
  private @Nullable String rationale;

  String title(String otherwise) {
    return title == null ? otherwise : title;
  }

  String rationale(String otherwise) {
    return rationale == null ? otherwise : rationale;
  }
}
