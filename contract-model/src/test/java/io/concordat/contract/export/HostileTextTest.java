package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.YamlText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of a contract stays text, whatever it is and whatever it lands in. */
class HostileTextTest {

  private static OdcsContract saying(String text) {
    String quoted = YamlText.quoted(text);
    return Contracts.read(
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: a/b/c
        name: %1$s
        version: 1.0.0
        status: %1$s
        domain: %1$s
        description: {purpose: %1$s, usage: %1$s, limitations: %1$s}
        tags: [%1$s]
        schema:
          - name: %1$s
            physicalName: %1$s
            physicalType: %1$s
            description: %1$s
            quality:
              - {type: sql, name: %1$s, query: %1$s, mustBe: 0}
            properties:
              - name: %1$s
                logicalType: string
                physicalType: %1$s
                description: %1$s
                businessName: %1$s
                classification: %1$s
                logicalTypeOptions: {pattern: %1$s}
                quality:
                  - {metric: invalidValues, arguments: {validValues: [%1$s], pattern: %1$s}, mustBe: 0}
        slaProperties:
          - {property: %1$s, value: %1$s, description: %1$s}
        team: {members: [{username: %1$s, name: %1$s, role: %1$s}]}
        support: [{channel: %1$s, url: %1$s, description: %1$s}]
        authoritativeDefinitions: [{url: %1$s, type: %1$s}]
        customProperties:
          - {property: upstreamContracts, value: [%1$s]}
          - {property: exampleQueries, value: [{title: %1$s, sql: %1$s}]}
        """
            .formatted(quoted));
  }

  private static String exported(String format, String text) {
    return Contracts.only(Exports.export(format, saying(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "<!-- -->",
        "&lt;script&gt;",
      })
  void htmlHasNoMarkupButItsOwn(String text) {
    String html = exported("html", text);
    String plain = exported("html", "plain");
    assertThat(tags(html)).isEqualTo(tags(plain));
    assertThat(html).doesNotContain(text);
  }

  private static String tags(String html) {
    return html.replaceAll("(?s)<style>.*</style>", "").replaceAll("(?s)>[^<]*", ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.com",
        "https://example.com/\" onclick=\"alert(1)",
        "https://example.com/) [x](javascript:alert(1)",
      })
  void onlyAddressesOfTheWebAreLinked(String address) {
    assertThat(exported("html", address)).doesNotContain("<a ").doesNotContain("href");
    assertThat(outsideOfCode(exported("markdown", address))).doesNotContain("](");
  }

  @Test
  void anAddressOfTheWebIsLinked() {
    assertThat(exported("html", "https://example.com/a?b=c&d"))
        .contains("href=\"https://example.com/a?b=c&amp;d\"");
    assertThat(exported("markdown", "https://example.com/a"))
        .contains("](<https://example.com/a>)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b | c",
        "line\n\n# heading\n\n| x |",
        "[click](javascript:alert(1))",
        "![x](https://example.com/x.png)",
        "<b onclick=alert(1)>",
        "<!-- hidden",
        "``` fence",
        "``````` fence",
        "**bold** _em_ ~~gone~~",
        "- item",
        "1. item",
        "> quote",
        "www.example.com https://example.com mail@example.com",
        "\\",
        "$x$",
      })
  void markdownHasNoMarkupButItsOwn(String text) {
    String markdown = exported("markdown", text);
    String plain = exported("markdown", "plain");
    String outside = outsideOfCode(markdown);
    String plainOutside = outsideOfCode(plain);
    assertThat(outside.lines().count()).isEqualTo(plainOutside.lines().count());
    assertThat(bars(outside)).isEqualTo(bars(plainOutside));
    assertThat(outside).doesNotContain("<").doesNotContain("](").doesNotContain("![");
    assertThat(outside.lines().filter(line -> line.startsWith("#")).count())
        .isEqualTo(plainOutside.lines().filter(line -> line.startsWith("#")).count());
  }

  private static String outsideOfCode(String markdown) {
    return markdown.replaceAll("(?s)(`{3,})sql\n.*?\n\\1\n", "");
  }

  private static long bars(String markdown) {
    return markdown.replace("\\\\", "").replace("\\|", "").chars().filter(c -> c == '|').count();
  }

  @Test
  void aFenceIsLongerThanThoseInTheCode() {
    assertThat(exported("markdown", "x\n```\n# out\n````"))
        .contains("\n`````sql\nx\n```\n# out\n````\n`````\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"html", "markdown", "sql-postgresql", "dbt-model", "dbt-source", "sodacl"})
  void charactersThatHideOrTurnTextAreShown(String format) {
    assertThat(exported(format, "a\u202eb\u2066c\u200bd\u0007e"))
        .doesNotContain("\u202e", "\u2066", "\u200b", "\u0007");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dbt-model", "dbt-source", "sodacl"})
  void nothingBecomesATemplate(String format) {
    String text =
        exported(format, "{{ env_var('SECRET') }} {% raw %} {# c #} ${SECRET} {{{{ x }}}} {${{");
    assertThat(text).doesNotContain("{{", "{%", "{#", "${");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dbt-model", "dbt-source", "sodacl"})
  void yamlStaysOneDocumentWithTheSameNames(String format) {
    String text = exported(format, "x: y\n- z # no\n---\n\"'&*!|>%@`");
    DocumentTree tree = DocumentTree.read(text);
    assertThat(tree.problems()).isEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab \n\t'\"`\\{}[]()<>|#;:-_*!$%&/=,.é\u202e\u0000\u2028")
        .withCharRange('\u0020', '\u2fff')
        .ofMaxLength(30);
  }

  @Property(tries = 200)
  void anyTextCanBeExportedInAnyFormat(@ForAll @From("texts") String text) {
    OdcsContract contract =
        OdcsReader.read(
                """
                apiVersion: v3.1.0
                kind: DataContract
                id: a/b/c
                version: 1.0.0
                status: active
                schema:
                  - name: %1$s
                    description: %1$s
                    properties:
                      - {name: %1$s, logicalType: string, description: %1$s, physicalType: %1$s}
                      - {name: b, logicalType: object, properties: [{name: %1$s, logicalType: date}]}
                """
                    .formatted(YamlText.quoted(text.isBlank() ? "x" : text)))
            .contract();
    if (contract == null) {
      return;
    }
    for (ExportFormat format : Exports.formats()) {
      if (!format.needsEarlierVersion()) {
        assertThat(Exports.export(format.name(), contract).files()).isNotEmpty();
      }
    }
    new Schema.Parser().parse(Contracts.only(Exports.export("avro", contract)));
    assertThat(ProtobufsTest.parsed(contract).getTypes()).hasSize(1);
    assertThat(DocumentTree.read(Contracts.only(Exports.export("dbt-model", contract))).problems())
        .isEmpty();
  }
}
