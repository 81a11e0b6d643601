package io.concordat.graphql.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.LineageOrigin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageDrawingTest {

  private static final String HOSTILE =
      "a\"]; n9 [label=\"x\\\" --> B\n%%{init: {}}%%\nclick n0 \"javascript:alert(1)\" `<b>&amp;#quot;|}";

  private static final LineageGraphView GRAPH =
      new LineageGraphView(
          "d/raw",
          List.of(
              new LineageNodeView("d/raw", LineageNodeKind.DATA_PRODUCT, HOSTILE, null, 0, 0, 0),
              new LineageNodeView("e:board", LineageNodeKind.DASHBOARD, "Übersicht", null, 1, 0, 0),
              new LineageNodeView(
                  "czM6Ly9iCng", LineageNodeKind.DATASET, "s3://b\nx", null, 1, 0, 0)),
          List.of(
              edge(
                  "d/raw", "e:board", new ContractId("d/raw/c"), LineageOrigin.DECLARED, List.of()),
              edge("d/raw", "czM6Ly9iCng", null, LineageOrigin.OBSERVED, List.of("job \"x\"|y"))));

  @Test
  void graphvizSeesNothingButLabels() {
    assertThat(LineageDrawing.dot(GRAPH))
        .isEqualTo(
            """
            digraph lineage {
              rankdir=LR;
              n0 [shape=box, label="a\\"]; n9 [label=\\"x\\\\\\" --&gt; B %%{init: {}}%% click n0 \\"javascript:alert(1)\\" `&lt;b&gt;&amp;amp;#quot;|}\\nd/raw"];
              n1 [shape=ellipse, label="Übersicht\\ne:board"];
              n2 [shape=ellipse, label="s3://b x"];
              n0 -> n1 [label="d/raw/c"];
              n0 -> n2 [label="job \\"x\\"|y", style=dashed];
            }
            """);
  }

  @Test
  void mermaidSeesNothingButLabels() {
    String text = LineageDrawing.mermaid(GRAPH);

    assertThat(text.lines())
        .hasSize(6)
        .startsWith("flowchart LR")
        .contains(
            "  n1([\"Übersicht<br/>e:board\"])",
            "  n2([\"s3://b x\"])",
            "  n0 -->|\"d/raw/c\"| n1",
            "  n0 -.->|\"job #34;x#34;#124;y\"| n2");
    String label = text.lines().skip(1).findFirst().orElseThrow();
    assertThat(label)
        .startsWith("  n0[\"a#34;#93;#59; n9 #91;label=#34;x")
        .endsWith("<br/>d/raw\"]");
    assertThat(label.substring("  n0[\"".length(), label.length() - "<br/>d/raw\"]".length()))
        .matches("[\\p{L}\\p{N} .,:/_@()=+\\-#;]*");
  }

  private static LineageEdgeView edge(
      String upstream,
      String downstream,
      ContractId contract,
      LineageOrigin origin,
      List<String> jobs) {
    return new LineageEdgeView(
        upstream, downstream, contract, origin, List.of(), jobs, List.of(), Instant.EPOCH, null);
  }
}
