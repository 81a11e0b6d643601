package io.concordat.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.messages.policy.Violation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks right in YAML and is not, and what looks odd and is right. */
class YamlTrapsTest {

  private static final String HEAD =
      "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 1.0.0\nstatus: active\n";

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("a version that is a number", HEAD.replace("1.0.0", "2.10"), 4, "reads 2.10"),
        Arguments.of("yes for true", property("required: yes"), 9, "YAML 1.2 reads it as text"),
        Arguments.of("NO for false", property("unique: NO"), 9, "YAML 1.2 reads it as text"),
        Arguments.of("on for true", property("primaryKey: on"), 9, "YAML 1.2 reads it as text"),
        Arguments.of("a number for text", property("classification: 012"), 9, "put it in quotes"),
        Arguments.of("a name twice", HEAD + "status: draft\n", 6, "first on line 5"),
        Arguments.of(
            "a merge key", HEAD + "price: &p {priceUnit: gb}\nteam: {<<: *p}\n", 7, "Merge"),
        Arguments.of("two documents", HEAD + "---\n" + HEAD, 6, "second document"),
        Arguments.of("an alias without an anchor", HEAD + "name: *nobody\n", 6, "names no anchor"),
        Arguments.of("an alias of itself", HEAD + "tags: &t [*t]\n", 6, "contains itself"),
        Arguments.of("a description of null", HEAD + "description: null\n", 6, "take the name out"),
        Arguments.of("a description of nothing", HEAD + "description:\n", 6, "take the name out"),
        Arguments.of("a tab as indentation", HEAD + "description:\n\tusage: x\n", 7, "'\\t(TAB)'"),
        Arguments.of("ten megabytes", HEAD + "name: " + "x".repeat(10_000_000), 1, "the limit is"));
  }

  private static String property(String line) {
    return HEAD + "schema:\n  - name: t\n    properties: [{name: p,\n      " + line + "}]\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedAtItsLine(String what, String document, int line, String said) {
    Violation violation = OdcsReader.read(document).violations().getFirst();

    assertThat(violation.message()).contains(said);
    assertThat(violation.line()).isEqualTo(line);
    assertThat(violation.column()).isPositive();
  }

  @Test
  void anchorsAndAliasesAreTaken() {
    OdcsContract contract =
        OdcsReader.read(HEAD + "tags: &t [a, b]\nschema: [{name: x, tags: *t}]\n").contract();

    assertThat(contract.objects().getFirst().tags()).containsExactly("a", "b");
  }

  @Test
  void lineBreaksOfWindowsAndAByteOrderMarkAreTaken() {
    String document = "\uFEFF" + ExampleContract.text().replace("\n", "\r\n");

    assertThat(OdcsReader.read(document).contract().name())
        .isEqualTo(OdcsReader.read(ExampleContract.text()).contract().name());
    Violation violation =
        OdcsReader.read(document.replace("status: active", "status: 1")).violations().getFirst();
    assertThat(violation.line())
        .isEqualTo(ExampleContract.lineOf(ExampleContract.text(), "status: active"));
  }

  @Test
  void emptyTagsAndTimesOfDayAreTaken() {
    String document =
        HEAD + "tags: []\nslaProperties: [{property: availability, value: 09:00-08:00}]\n";

    assertThat(OdcsReader.read(document).contract().slaProperties().getFirst().value())
        .isEqualTo("09:00-08:00");
  }
}
