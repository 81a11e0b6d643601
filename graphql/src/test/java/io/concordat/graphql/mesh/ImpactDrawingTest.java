package io.concordat.graphql.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.AffectedKind;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.FieldPair;
import io.concordat.messages.mesh.ImpactLevel;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.LineageOrigin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactDrawingTest {

  /** The board reads a changed field of e/mid only; f/other and its reader are not affected. */
  private static final LineageGraphView LINEAGE =
      new LineageGraphView(
          "d/raw",
          List.of(
              node("d/raw", LineageNodeKind.DATA_PRODUCT, 0),
              node("e/mid", LineageNodeKind.DATA_PRODUCT, 1),
              node("f/other", LineageNodeKind.DATA_PRODUCT, 1),
              node("e:board", LineageNodeKind.DASHBOARD, 1),
              node("f:board", LineageNodeKind.DASHBOARD, 2)),
          List.of(
              edge("d/raw", "e/mid", "d/raw/c", "d/raw/c#o.a.part", "e/mid/c#o.b"),
              edge("d/raw", "f/other", "d/raw/c", "d/raw/c#o.ab", "f/other/c#o.b"),
              edge("d/raw", "e:board", "d/raw/c", "d/raw/c#o.ab", "e:board"),
              edge("e/mid", "e:board", "e/mid/c", "e/mid/c#o.b", "e:board"),
              edge("f/other", "f:board", "f/other/c", "f/other/c#o.b", "f:board")));

  @Test
  void holdsWhatIsAffectedAndTheWaysOfTheChange() {
    LineageGraphView drawn =
        ImpactDrawing.of(
            LINEAGE,
            impact(
                "d/raw/c",
                List.of("o.a"),
                contract("e/mid/c", ImpactLevel.FIELD, "o.b"),
                consumer("e:board", ImpactLevel.FIELD, "o.b")));

    assertThat(drawn.nodes())
        .extracting(LineageNodeView::id)
        .containsExactly("d/raw", "e/mid", "e:board");
    assertThat(drawn.edges())
        .extracting(edge -> edge.upstream() + " -> " + edge.downstream())
        .containsExactly("d/raw -> e/mid", "e/mid -> e:board");
  }

  @Test
  void ofAWholeProductAllOfItsEdgesCarryTheChange() {
    LineageGraphView drawn =
        ImpactDrawing.of(
            LINEAGE,
            impact(
                "d/raw",
                List.of(),
                contract("e/mid/c", ImpactLevel.PRODUCT),
                contract("f/other/c", ImpactLevel.FIELD, "o.x"),
                consumer("e:board", ImpactLevel.FIELD, "o.ab")));

    assertThat(drawn.edges())
        .extracting(edge -> edge.upstream() + " -> " + edge.downstream())
        .containsExactly(
            "d/raw -> e/mid", "d/raw -> f/other", "d/raw -> e:board", "e/mid -> e:board");
  }

  @Test
  void theLineageGoesAsFarAsTheFurthestThatIsAffected() {
    assertThat(ImpactDrawing.depth(impact("d/raw", List.of()))).isEqualTo(1);
    assertThat(
            ImpactDrawing.depth(
                impact("d/raw", List.of(), consumer("e:board", ImpactLevel.PRODUCT))))
        .isEqualTo(2);
  }

  private static ImpactView impact(String of, List<String> fields, Affected... affected) {
    return new ImpactView(of, fields, List.of(), List.of(affected), affected.length, false);
  }

  private static Affected contract(String id, ImpactLevel level, String... fields) {
    return new Affected(id, AffectedKind.CONTRACT, null, id, null, level, List.of(fields), 1);
  }

  private static Affected consumer(String id, ImpactLevel level, String... fields) {
    return new Affected(
        id, AffectedKind.CONSUMER, ConsumerKind.DASHBOARD, id, null, level, List.of(fields), 2);
  }

  private static LineageNodeView node(String id, LineageNodeKind kind, int depth) {
    return new LineageNodeView(id, kind, id, null, depth, 0, 0);
  }

  private static LineageEdgeView edge(
      String upstream, String downstream, String contract, String from, String to) {
    return new LineageEdgeView(
        upstream,
        downstream,
        new ContractId(contract),
        LineageOrigin.DECLARED,
        List.of(),
        List.of(),
        List.of(new FieldPair(from, to)),
        Instant.EPOCH,
        null);
  }
}
