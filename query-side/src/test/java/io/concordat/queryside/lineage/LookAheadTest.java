package io.concordat.queryside.lineage;

import static io.concordat.queryside.lineage.DeclaredLineage.consumer;
import static io.concordat.queryside.lineage.DeclaredLineage.contract;
import static io.concordat.queryside.lineage.DeclaredLineage.ports;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Event;
import io.concordat.queryside.ReadSide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is asked for ahead is what steps would find: on a mesh of contracts that derive from each
 * other at random, by field and as a whole, in circles and by ports.
 */
class LookAheadTest {

  private static final int SIZE = 60;

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    Random random = new Random(11);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      List<String> upstream = new ArrayList<>();
      Map<String, List<String>> fields = new HashMap<>(Map.of("a", List.of(), "b", List.of()));
      for (int edge = 1 + random.nextInt(4); edge > 0; edge--) {
        String other = id(random.nextInt(SIZE));
        if (random.nextInt(3) == 0) {
          upstream.add(other);
        } else {
          fields.put(name(random), List.of(other + "#rows." + name(random)));
        }
      }
      events.add(contract(id(i), upstream, fields));
      if (i % 7 == 0) {
        events.add(ports("mesh/p" + i, id(random.nextInt(SIZE))));
      }
      if (i % 3 == 0) {
        events.add(consumer("board:b" + i, id(i), i % 2 == 0 ? new String[] {"rows.a"} : all()));
      }
    }
    side = ReadSide.empty();
    side.happened(events.toArray(Event[]::new));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void aChangeOfAllReachesTheSame() {
    List<List<String>> ahead =
        IntStream.range(0, SIZE).mapToObj(i -> reached(i, List.of(), true)).toList();

    assertThat(ahead)
        .isEqualTo(IntStream.range(0, SIZE).mapToObj(i -> reached(i, List.of(), false)).toList())
        .anyMatch(reached -> reached.size() > SIZE / 3);
  }

  @Test
  void aChangeOfAFieldReachesTheSame() {
    List<List<String>> ahead =
        IntStream.range(0, SIZE).mapToObj(i -> reached(i, List.of("rows.a"), true)).toList();

    assertThat(ahead)
        .isEqualTo(
            IntStream.range(0, SIZE).mapToObj(i -> reached(i, List.of("rows.a"), false)).toList())
        .anyMatch(reached -> reached.size() > SIZE / 3);
  }

  private static List<String> reached(int i, List<String> fields, boolean ahead) {
    int depth = 2 + i % 5;
    return side.graphs()
        .inOne(graph -> {
          ImpactWalk walk =
              new ImpactWalk(
                  new Moment(graph, null), List.of(id(i)), fields, null, true, ahead ? depth : 0);
          while (walk.depth() < depth && walk.step()) {
            assertThat(walk.depth()).isLessThanOrEqualTo(depth);
          }
          return walk.found().stream()
              .map(
                  each -> each.depth() + " " + each.id() + " " + each.level() + " " + each.fields())
              .sorted()
              .toList();
        });
  }

  private static String id(int i) {
    return "mesh/p" + i + "/c";
  }

  private static String name(Random random) {
    return random.nextBoolean() ? "a" : "b";
  }

  private static String[] all() {
    return new String[0];
  }
}
