package io.concordat.queryside.lineage;

import static io.concordat.queryside.Samples.consumer;
import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.domain;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** raw feeds left and right, which both feed top (a diamond); top feeds raw back (a cycle). */
class LineageQueriesTest {

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    side = ReadSide.empty();
    side.happened(
        domain("d"),
        product("d/raw"),
        product("d/left"),
        product("d/right"),
        product("d/top"),
        published("d/raw/c", "1.0.0", 1),
        published("d/left/c", "1.0.0", 2, "d/raw/c"),
        published("d/right/c", "1.0.0", 3, "d/raw/c"),
        published("d/top/c", "1.0.0", 4, "d/left/c", "d/right/c"),
        published("d/top/other", "1.0.0", 5, "d/left/c"),
        published("d/raw/c", "1.1.0", 6, "d/top/c"),
        consumer("e:board", 7, "d/top/c", "d/left/c"),
        published("d/right/c", "1.1.0", 10));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void upstreamToExactlySoManySteps() {
    assertThat(nodes(find("e:board", LineageDirection.UPSTREAM, 1, null)))
        .containsExactly("e:board 0", "d/left 1", "d/top 1");
    assertThat(nodes(find("e:board", LineageDirection.UPSTREAM, 2, null)))
        .containsExactly("e:board 0", "d/left 1", "d/top 1", "d/raw 2", "d/right 2");
  }

  @Test
  void edgesBetweenTheNodesAreGivenOnceAlsoAmongTheFarthest() {
    LineageGraphView graph = find("e:board", LineageDirection.UPSTREAM, 1, null).orElseThrow();

    assertThat(graph.edges())
        .extracting(LineageQueriesTest::edge)
        .containsExactly(
            "d/left -> d/top by d/left/c",
            "d/left -> e:board by d/left/c",
            "d/top -> e:board by d/top/c");
    assertThat(graph.edges().getFirst().validFrom()).isEqualTo(day(4));
  }

  @Test
  void cyclesEndAndDiamondsDoNotMultiply() {
    LineageGraphView graph = find("d/raw", LineageDirection.DOWNSTREAM, 50, null).orElseThrow();

    assertThat(graph.nodes()).hasSize(4);
    assertThat(graph.edges())
        .extracting(LineageQueriesTest::edge)
        .containsExactly(
            "d/left -> d/top by d/left/c",
            "d/left -> e:board by d/left/c",
            "d/raw -> d/left by d/raw/c",
            "d/top -> d/raw by d/top/c",
            "d/top -> e:board by d/top/c");
    assertThat(graph.nodes().getLast().kind()).isEqualTo(LineageNodeKind.DASHBOARD);
  }

  @Test
  void atTheEdgeOfTheAnswerIsSaidHowMuchMoreThereIs() {
    assertThat(hidden(find("e:board", LineageDirection.UPSTREAM, 1, null)))
        .containsExactly("e:board 0 0", "d/left 1 0", "d/top 1 1");
    assertThat(hidden(find("d/raw", LineageDirection.DOWNSTREAM, 1, null)))
        .containsExactly("d/raw 1 0", "d/left 0 2");
    assertThat(hidden(find("d/raw", LineageDirection.DOWNSTREAM, 1, day(9))))
        .containsExactly("d/raw 1 0", "d/left 0 2", "d/right 0 1");
    assertThat(hidden(find("d/raw", LineageDirection.DOWNSTREAM, 50, null)))
        .as("d/right, which d/top reads too, is not downstream of d/raw any more")
        .containsExactly("d/raw 0 0", "d/left 0 0", "d/top 1 0", "e:board 0 0");
  }

  @Test
  void anEdgeSaysWhoDeclaresIt() {
    LineageGraphView graph = find("d/top", LineageDirection.UPSTREAM, 1, null).orElseThrow();

    assertThat(graph.edges())
        .extracting(edge -> edge.origin() + " " + edge.upstream() + " " + edge.declaredBy())
        .containsExactly("DECLARED d/left [d/top/c, d/top/other]", "DECLARED d/right [d/top/c]");
  }

  @Test
  void aContractStandsForItsProduct() {
    LineageGraphView graph = find("d/left/c", LineageDirection.UPSTREAM, 1, null).orElseThrow();

    assertThat(graph.root()).isEqualTo("d/left");
    assertThat(graph.nodes().getFirst().name()).isEqualTo("Product d/left");
  }

  @Test
  void lineageIsAskedAsOfATime() {
    assertThat(nodes(find("d/raw", LineageDirection.DOWNSTREAM, 1, day(9))))
        .containsExactly("d/raw 0", "d/left 1", "d/right 1");
    assertThat(nodes(find("d/raw", LineageDirection.DOWNSTREAM, 1, day(10))))
        .containsExactly("d/raw 0", "d/left 1");
    assertThat(nodes(find("d/raw", LineageDirection.DOWNSTREAM, 1, day(2))))
        .containsExactly("d/raw 0", "d/left 1");
    assertThat(find("d/raw", LineageDirection.DOWNSTREAM, 1, day(-1))).isEmpty();
    assertThat(find("d/raw", LineageDirection.DOWNSTREAM, 1, day(9)).orElseThrow().edges())
        .extracting(LineageEdgeView::validTo)
        .containsExactly(null, day(10));
  }

  @Test
  void anUnknownIdIsEmpty() {
    for (String id :
        List.of("d/nothing", "d/raw/nothing", "e:nothing", "", "'", "d/raw/c#rows.no", "#")) {
      assertThat(find(id, LineageDirection.UPSTREAM, 50, null)).isEmpty();
    }
  }

  private static List<String> hidden(Optional<LineageGraphView> graph) {
    return graph.orElseThrow().nodes().stream()
        .map(node -> node.id() + " " + node.hiddenUpstream() + " " + node.hiddenDownstream())
        .toList();
  }

  private static Optional<LineageGraphView> find(
      String of, LineageDirection direction, int depth, Instant asOf) {
    return side.ask(new FindLineage(of, direction, depth, asOf));
  }

  private static List<String> nodes(Optional<LineageGraphView> graph) {
    return graph.orElseThrow().nodes().stream()
        .map(node -> node.id() + " " + node.depth())
        .toList();
  }

  private static String edge(LineageEdgeView edge) {
    return edge.upstream() + " -> " + edge.downstream() + " by " + edge.contract();
  }
}
