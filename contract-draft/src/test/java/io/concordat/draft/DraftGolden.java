package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.policy.CompiledPolicySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Drafts held against files, and against the gate. Run the tests with {@code -Dgolden.write=true}
 * to write the files anew, and read what changed before it is committed.
 */
final class DraftGolden {

  static final Path ROOT = Path.of("src", "test", "resources", "io", "concordat", "draft");
  static final DraftTerms TERMS = DraftTerms.of("shop/sales/orders");

  private static final CompiledPolicySet POLICIES =
      CompiledPolicySet.compile(Foundation.policySet(Instant.parse("2026-01-01T00:00:00Z")));

  private DraftGolden() {}

  static String written(Draft draft) {
    return DraftWriter.write(draft, TERMS, Foundation.semanticTypes());
  }

  /** The draft is what the file says, can be read, is refused as it is and passes once decided. */
  static void holds(String name, Draft draft) {
    String yaml = written(draft);
    String text = yaml + notes(draft);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(ROOT.resolve(name), text);
      }
      assertThat(text).isEqualTo(Files.readString(ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(OdcsReader.read(yaml).violations()).isEmpty();
    assertThat(judged(yaml).passed()).as("as it is").isFalse();
    assertThat(judged(decided(yaml)).verdict().violations()).as("once decided").isEmpty();
  }

  private static String notes(Draft draft) {
    StringBuilder notes = new StringBuilder();
    draft.notes().forEach(note -> notes.append("# note: ").append(note).append('\n'));
    return notes.toString();
  }

  static GateResult judged(String yaml) {
    return Gate.evaluate(
        Submission.first(TERMS.id(), yaml, Instant.EPOCH),
        POLICIES,
        UpstreamLookup.existing(id -> true));
  }

  /** The document with all open decisions taken as they are proposed. */
  static String decided(String yaml) {
    return yaml.replaceAll("(?m)^( *)#\\? ", "$1");
  }

  static List<String> names(DraftObject object) {
    return object.fields().stream().map(DraftField::name).toList();
  }
}
