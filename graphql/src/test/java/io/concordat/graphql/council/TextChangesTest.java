package io.concordat.graphql.council;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.graphql.council.TextChanges.Kind;
import io.concordat.graphql.council.TextChanges.Part;
import io.concordat.graphql.council.TextChanges.TextChange;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.policy.PolicyChange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TextChangesTest {

  @Test
  void tellsWordsWithinALine() {
    assertThat(TextChanges.parts("size(field.tags) > 0", "size(field.tags) > 1"))
        .containsExactly(
            new Part(Kind.SAME, "size(field.tags) > "),
            new Part(Kind.REMOVED, "0"),
            new Part(Kind.ADDED, "1"));
  }

  @Test
  void tellsLinesThatCameAndWent() {
    assertThat(TextChanges.parts("a\nb\nc\n", "a\nc\nd\n"))
        .containsExactly(
            new Part(Kind.SAME, "a\n"),
            new Part(Kind.REMOVED, "b\n"),
            new Part(Kind.SAME, "c\n"),
            new Part(Kind.ADDED, "d\n"));
  }

  @ParameterizedTest
  @CsvSource({"'',''", "'',a", "a,''", "one two,two one", "'x\ny','y\nx'", "a && b,b || a"})
  void thePartsMakeBothTexts(String before, String after) {
    assertBothTexts(before, after);
  }

  @Test
  void textsThatHaveNothingInCommonAreToldInTime() {
    String before = IntStream.range(0, 9_000).mapToObj(i -> "a\n").collect(Collectors.joining());
    String after = IntStream.range(0, 9_000).mapToObj(i -> "b\n").collect(Collectors.joining());
    assertBothTexts(before, after);
  }

  @Test
  void namesTheFieldsThatChanged() {
    TextChanges changes = new TextChanges(JsonMapper.builder().build());
    assertThat(
            changes.between(
                new RoundView.Text("T", "Why", new PolicyChange.RetirePolicy("a")),
                new RoundView.Text("T", "Because", new PolicyChange.RetirePolicy("b"))))
        .containsExactly(
            new TextChange("rationale", "Why", "Because"),
            new TextChange("change.policyId", "a", "b"));
  }

  private static void assertBothTexts(String before, String after) {
    List<Part> parts = TextChanges.parts(before, after);
    assertThat(without(parts, Kind.ADDED)).isEqualTo(before);
    assertThat(without(parts, Kind.REMOVED)).isEqualTo(after);
  }

  private static String without(List<Part> parts, Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() != kind)
        .map(Part::text)
        .collect(Collectors.joining());
  }
}
