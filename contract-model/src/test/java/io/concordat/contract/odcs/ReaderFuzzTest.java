package io.concordat.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.odps.OdpsReader;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.messages.policy.Violation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever text is read: no crash, no hang, and every refusal has a place. {@code
 * -Dconcordat.fuzz=1000000} sets how many texts are tried, {@code -Dconcordat.fuzz.seed} which;
 * what came of it is in {@code target/reader-fuzz.txt}.
 */
class ReaderFuzzTest {

  private static final int TRIES = Integer.getInteger("concordat.fuzz", 4_000);
  private static final long SEED = Long.getLong("concordat.fuzz.seed", 20_261_122L);

  /** Far above what a text of these sizes takes, also on a busy machine. */
  private static final Duration HANG = Duration.ofSeconds(10);

  private static final List<String> PIECES =
      List.of(
          ":",
          ": ",
          "- ",
          "\n",
          "\r\n",
          "\t",
          "  ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "'",
          "\"",
          "#",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "!!int ",
          "|\n",
          ">-\n",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "? ",
          "<<: ",
          "\\",
          "null",
          "~",
          "1.0",
          "1e999",
          "0x1F",
          ".nan",
          "-",
          "yes",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uD83D",
          "\uD83D\uDE00",
          "é",
          "mustBe: 1",
          "id: a",
          "logicalType: map",
          "name: x",
          "relationships: [{to: a.b}]",
          "to: " + "a/b/".repeat(3_000));

  private final Random random = new Random(SEED);

  @Test
  void anyTextIsReadOrRefusedWithAPlace() throws IOException {
    List<String> documents = documents();
    long longest = 0;
    int valid = 0;
    long start = System.nanoTime();
    for (int i = 0; i < TRIES; i++) {
      String text = text(documents);
      long before = System.nanoTime();
      ReadResult result = OdcsReader.read(text);
      longest = Math.max(longest, System.nanoTime() - before);
      assertThat(result.contract() != null).as(text).isEqualTo(result.violations().isEmpty());
      checkPlaces(text, result.violations());
      if (i % 10 == 0) {
        checkPlaces(text, OdpsReader.read(text).violations());
      }
      valid += result.contract() == null ? 0 : 1;
    }
    assertThat(Duration.ofNanos(longest)).isLessThan(HANG);
    assertThat(valid).as("texts that are still contracts").isPositive();
    Files.writeString(
        Path.of("target", "reader-fuzz.txt"),
        "%d texts, %d still contracts, %d s, the longest %d ms, heap at most %d MB%n"
            .formatted(
                TRIES,
                valid,
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                Duration.ofNanos(longest).toMillis(),
                peakHeap() >> 20));
  }

  private static void checkPlaces(String text, List<Violation> violations) {
    int lines = (int) text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
    for (Violation violation : violations) {
      assertThat(violation.line()).as("%s in %s", violation, text).isBetween(1, lines + 1);
      assertThat(violation.column()).as("%s in %s", violation, text).isPositive();
      assertThat(violation.message()).isNotBlank();
    }
  }

  private static List<String> documents() {
    List<String> documents = new ArrayList<>();
    for (String name :
        List.of("settlements.odcs.yaml", "everything.odcs.yaml", "everything-3.0.odcs.yaml")) {
      documents.add(ExampleContract.resource("/io/concordat/contract/" + name));
    }
    return documents;
  }

  private String text(List<String> documents) {
    return switch (random.nextInt(20)) {
      case 0 -> bytes();
      case 1 -> pieces();
      case 2 -> nested();
      case 3 -> aliases();
      default -> changed(documents.get(random.nextInt(documents.size())));
    };
  }

  private String bytes() {
    byte[] bytes = new byte[random.nextInt(2_000)];
    random.nextBytes(bytes);
    return new String(
        bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
  }

  private String pieces() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(piece());
    }
    return text.toString();
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  /** Deep, or with long names; now and then beyond the limits. */
  private String nested() {
    String piece =
        List.of("[", "{a: ", "- ", "? ", "{", "&a [", "a".repeat(50)).get(random.nextInt(7));
    int most = random.nextInt(50) == 0 ? DocumentTree.MAX_LENGTH : 2_000;
    return "schema: " + piece.repeat(random.nextInt(most) / piece.length() + 1) + ": x";
  }

  /** Lists of aliases to lists of aliases. */
  private String aliases() {
    StringBuilder text = new StringBuilder("tags: &a0 [x, y]\n");
    for (int i = 1; i < 2 + random.nextInt(12); i++) {
      String alias = "*a" + (i - 1) + ", ";
      text.append("k%d: &a%d [%s]\n".formatted(i, i, alias.repeat(1 + random.nextInt(12))));
    }
    return text.toString();
  }

  private String changed(String document) {
    StringBuilder text = new StringBuilder(document);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(30));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
        case 2 -> text.setLength(at);
        case 3 -> text.insert(at, (char) random.nextInt(0x3000));
        default -> text.insert(at, piece());
      }
    }
    return text.toString();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
