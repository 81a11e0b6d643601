package io.concordat.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatsTest {

  /** Everything that one of the formats could take for more than text. */
  private static final String HOSTILE =
      "\u001b[31m]]> <script>alert(1)</script> & \"q\" 'a' | `code` **b** [x](http://evil.example)"
          + " @admin #1 ![i](x) <!-- --> %0A::error::pwned\n::stop-commands::x\r\n/approve\u0000\u202e"
          + " \ud83d\ude00 \ud800 http://evil.example www.evil.example";

  private static final Report REPORT =
      new Report(
          "diff",
          List.of(
              new Sheet(
                  "contracts/a b,c:d%.yaml",
                  "payments/settlements/daily",
                  "2.0.0",
                  Outcome.FAILED,
                  null,
                  List.of(
                      new Finding(
                          Level.ERROR,
                          "field-removed",
                          "$.schema[0].properties[2]",
                          12,
                          5,
                          HOSTILE,
                          new ContractChange(
                              ChangeKind.BREAKING,
                              "field-removed",
                              "$.schema[0].properties[2]",
                              "settlement.amount",
                              HOSTILE,
                              HOSTILE,
                              null)),
                      new Finding(Level.WARNING, "w", "$", 3, null, "Warned.", null),
                      new Finding(Level.NOTE, "n", "$", null, null, "Noted.", null)),
                  new Sheet.Step("main", "1.4.0", "1.5.0", "major", "2.0.0", false),
                  List.of(new Sheet.Reader("finance:board", HOSTILE, List.of("a.b")))),
              Sheet.of("ok.yaml", "a/b/c", "1.0.0", List.of()),
              Sheet.unknown("gone.yaml", Outcome.UNREADABLE, "No file. " + HOSTILE)),
          List.of("A note. " + HOSTILE));

  private static String write(OutputFormat format) {
    return format.write(REPORT, Dress.PLAIN);
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void noFormatLetsControlCharactersThrough(OutputFormat format) {
    assertThat(write(format)).doesNotContain("\u001b").doesNotContain("\u0000");
  }

  @Test
  void whatIsNotKnownIsToldInEveryFormat() {
    for (OutputFormat format : OutputFormat.values()) {
      String text = write(format);
      assertThat(text).as(format.name()).contains("No file.").contains("unreadable");
    }
    assertThat(REPORT.exitCode().code()).isEqualTo(2);
  }

  @Test
  void textNamesThePlaceAndTheRule() {
    assertThat(write(OutputFormat.TEXT))
        .contains("12:5")
        .contains("[field-removed] $.schema[0].properties[2]")
        .contains("From 1.4.0 (main) to 1.5.0: the changes ask for a major version, 2.0.0.")
        .contains("finance:board")
        .contains("3 contracts: 1 passed, 1 failed, 1 unreadable, 1 error, 1 warning.");
    assertThat(write(OutputFormat.TEXT)).doesNotContain("\u202e");
  }

  @Test
  void jsonKeepsEveryCharacterAndEveryName() {
    JsonNode root = JsonMapper.shared().readTree(write(OutputFormat.JSON));

    assertThat(root.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(root.path("exitCode").asInt()).isEqualTo(2);
    assertThat(root.path("summary").path("errors").asInt()).isEqualTo(1);
    JsonNode sheet = root.path("files").path(0);
    assertThat(sheet.path("comparison").path("suggestedVersion").asString()).isEqualTo("2.0.0");
    JsonNode finding = sheet.path("findings").path(0);
    assertThat(finding.path("line").asInt()).isEqualTo(12);
    assertThat(finding.path("message").asString()).isEqualTo(HOSTILE);
    assertThat(finding.path("change").path("kind").asString()).isEqualTo("BREAKING");
    assertThat(sheet.path("findings").path(1).path("column").isNull()).isTrue();
    assertThat(root.path("files").path(1).path("problem").isNull()).isTrue();
  }

  @Test
  void junitIsWellFormedAndItsCountsAreThoseOfItsElements() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(write(OutputFormat.JUNIT))))
            .getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getAttribute("tests"))
        .isEqualTo("" + root.getElementsByTagName("testcase").getLength());
    assertThat(root.getAttribute("failures"))
        .isEqualTo("" + root.getElementsByTagName("failure").getLength())
        .isEqualTo("1");
    assertThat(root.getAttribute("errors"))
        .isEqualTo("" + root.getElementsByTagName("error").getLength())
        .isEqualTo("1");
    NodeList suites = root.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      assertThat(suite.getAttribute("tests"))
          .isEqualTo("" + suite.getElementsByTagName("testcase").getLength());
    }
    Element failure = (Element) root.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("<script>").contains("]]>");
    assertThat(failure.getTextContent()).contains("<script>");
  }

  @Test
  void sarifHasRulesResultsAndPlaces() {
    JsonNode root = JsonMapper.shared().readTree(write(OutputFormat.SARIF));

    assertThat(root.path("version").asString()).isEqualTo("2.1.0");
    assertThat(root.path("runs").size()).isEqualTo(1);
    JsonNode run = root.path("runs").path(0);
    JsonNode rules = run.path("tool").path("driver").path("rules");
    assertThat(run.path("tool").path("driver").path("name").asString()).isEqualTo("concordat");
    assertThat(rules.valueStream().map(rule -> rule.path("id").asString()))
        .containsExactly("field-removed", "n", "w");
    for (JsonNode result : run.path("results")) {
      assertThat(rules.path(result.path("ruleIndex").asInt()).path("id").asString())
          .isEqualTo(result.path("ruleId").asString());
      assertThat(List.of("none", "note", "warning", "error"))
          .contains(result.path("level").asString());
      assertThat(result.path("message").path("text").asString()).isNotEmpty();
    }
    JsonNode place = run.path("results").path(0).path("locations").path(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").path("uri").asString())
        .isEqualTo("contracts/a%20b,c:d%25.yaml");
    assertThat(place.path("region").path("startLine").asInt()).isEqualTo(12);
    assertThat(place.path("region").path("startColumn").asInt()).isEqualTo(5);
    JsonNode unplaced = run.path("results").path(2).path("locations").path(0);
    assertThat(unplaced.path("physicalLocation").has("region")).isFalse();
    JsonNode invocation = run.path("invocations").path(0);
    assertThat(invocation.path("executionSuccessful").asBoolean(true)).isFalse();
    assertThat(invocation.path("toolExecutionNotifications").size()).isEqualTo(1);
  }

  @Test
  void aWorkflowCommandIsOneLineThatNothingCanLeave() {
    List<String> lines = write(OutputFormat.GITHUB).lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst())
        .startsWith(
            "::error file=contracts/a b%2Cc%3Ad%25.yaml,line=12,col=5,title=concordat%3A field-removed::")
        .contains("%250A");
    assertThat(lines.get(1)).startsWith("::warning file=").contains(",line=3,title=");
    assertThat(lines.get(2)).startsWith("::notice file=").doesNotContain("line=");
    assertThat(lines.get(3)).startsWith("::error file=gone.yaml,title=");
    assertThat(lines.get(4)).startsWith("3 contracts:");
  }

  @Test
  void markdownShowsHostileTextAndNothingElse() {
    String text = write(OutputFormat.MARKDOWN);

    assertThat(text).startsWith("<!-- concordat -->\n");
    String rest = text.substring("<!-- concordat -->".length());
    assertThat(rest).doesNotContain("<").doesNotContain("@admin").doesNotContain("://evil");
    assertThat(rest).doesNotContain("www.evil").doesNotContain("](");
    assertThat(Pattern.compile("(?m)^/").matcher(rest).find()).isFalse();
    assertThat(Pattern.compile("(?<!\\\\)`").matcher(rest).find()).isFalse();
    assertThat(rest.lines().filter(line -> line.startsWith("| **breaking**")).toList())
        .singleElement()
        .satisfies(line ->
            assertThat(line.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(5));
    assertThat(rest).contains("2.0.0").contains("finance");
  }

  @Test
  void markdownStaysUnderWhatACommentMayHave() {
    Report large =
        new Report(
            "diff",
            IntStream.range(0, 200)
                .mapToObj(i ->
                    Sheet.of(
                        i + ".yaml",
                        null,
                        null,
                        IntStream.range(0, 80)
                            .mapToObj(j -> new Finding(Level.ERROR, "r", "$", j, 1, HOSTILE, null))
                            .toList()))
                .toList(),
            List.of());

    assertThat(OutputFormat.MARKDOWN.write(large, Dress.PLAIN))
        .hasSizeLessThan(65_536)
        .contains("more than fit");
  }
}
