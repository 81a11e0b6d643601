package io.concordat.projections.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenEdgesTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void anEdgeThatStaysDeclaredIsOpenedOnce() {
    OpenEdges edges = new OpenEdges(List.of());
    edges.declare(List.of(Map.entry("b", "a")), 0, FIRST);
    edges.declare(List.of(Map.entry("b", "a")), 1, SECOND);

    assertThat(edges.opened()).containsExactly(new OpenEdges.Opened("b <- a @0", "b", "a", FIRST));
    assertThat(edges.closed()).isEmpty();
    assertThat(edges.keys()).containsExactly("b <- a @0");
  }

  @Test
  void anEdgeThatIsDroppedIsClosedAndOneThatComesAgainIsAnother() {
    OpenEdges edges = new OpenEdges(List.of("b <- a @0"));
    edges.declare(List.of(), 1, SECOND);
    edges.declare(List.of(Map.entry("b", "a")), 4, THIRD);

    assertThat(edges.closed()).containsExactly(Map.entry("b <- a @0", SECOND));
    assertThat(edges.opened()).containsExactly(new OpenEdges.Opened("b <- a @4", "b", "a", THIRD));
    assertThat(edges.keys()).containsExactly("b <- a @4");
  }

  @Test
  void anEdgeThatIsOpenedAndClosedWithinABatchIsBoth() {
    OpenEdges edges = new OpenEdges(List.of());
    edges.declare(List.of(Map.entry("b", "a")), 0, FIRST);
    edges.declare(List.of(), 1, SECOND);

    assertThat(edges.opened()).extracting(OpenEdges.Opened::key).containsExactly("b <- a @0");
    assertThat(edges.closed()).containsExactly(Map.entry("b <- a @0", SECOND));
    assertThat(edges.keys()).isEmpty();
  }

  @Test
  void namesMayLookLikePartsOfAKey() {
    OpenEdges edges = new OpenEdges(List.of());
    edges.declare(List.of(Map.entry("c#o.at @home", "a#o.x @1")), 7, FIRST);

    OpenEdges later = new OpenEdges(edges.keys());
    later.declare(List.of(Map.entry("c#o.at @home", "a#o.x @1")), 8, SECOND);

    assertThat(later.opened()).isEmpty();
    assertThat(later.closed()).isEmpty();
  }

  @Test
  void anEndMayHoldAnArrowOrABackslash() {
    for (String end : List.of("c#o.x <- y", "c#o.\\l", "c#o.\\ <- \\\\l", "c#o.<")) {
      OpenEdges edges = new OpenEdges(List.of());
      edges.declare(List.of(Map.entry(end, "a#o.x <- z")), 7, FIRST);

      assertThat(edges.keys()).singleElement().extracting(OpenEdges::from).isEqualTo(end);
    }
  }

  @Test
  void twoEdgesThatWouldReadAlikeAreTwo() {
    OpenEdges edges = new OpenEdges(List.of());
    edges.declare(List.of(Map.entry("a", "b <- c"), Map.entry("a <- b", "c")), 7, FIRST);

    assertThat(edges.keys()).hasSize(2).doesNotHaveDuplicates();
  }
}
