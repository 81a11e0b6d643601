package io.concordat.sample.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.sample.compliance.Counts.Count;
import io.concordat.sample.mesh.Documents;
import io.concordat.sample.mesh.Mesh;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The figures tell a believable story and never change. */
class CountsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T19:30:00Z");

  private final Mesh mesh = Documents.mesh();
  private final Counts counts = Counts.of(Documents.file("compliance.yaml"));

  @Test
  void windows_cover_complete_months_and_the_ended_part_of_this_one() {
    List<Window> windows = Window.ended(NOW, 3);
    assertThat(windows.getFirst().from()).isEqualTo("2026-08-01T00:00:00Z");
    assertThat(windows.getLast().to()).isEqualTo("2026-11-22T00:00:00Z");
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
    }
  }

  @Test
  void a_later_load_meets_the_same_windows() {
    assertThat(Window.ended(Instant.parse("2026-12-03T08:00:00Z"), 4))
        .containsAll(Window.ended(NOW, 3));
  }

  @Test
  void a_february_ends_with_its_last_day() {
    assertThat(Window.ended(Instant.parse("2027-03-01T00:00:00Z"), 1).getLast().to())
        .isEqualTo("2027-03-01T00:00:00Z");
  }

  @Test
  void domains_differ_as_in_real_life() {
    Map<String, Double> percent = percentByDomain();
    assertThat(percent.values()).filteredOn(value -> value >= 99.5).hasSizeBetween(3, 8);
    assertThat(percent.values()).filteredOn(value -> value < 95).hasSizeBetween(2, 6);
    assertThat(percent).hasSize(23);
  }

  @Test
  void products_are_checked_a_hundred_thousand_to_some_million_times() {
    assertThat(mesh.products())
        .allSatisfy(product ->
            assertThat(
                    Window.ended(NOW, 3).stream()
                        .flatMap(window -> counts.of(product.id(), window).stream())
                        .mapToLong(count -> count.passed() + count.failed())
                        .sum())
                .isBetween(100_000L, 9_000_000L));
  }

  @Test
  void counts_do_not_depend_on_the_run() {
    Window first = Window.ended(NOW, 3).getFirst();
    assertThat(counts.of("payments/settlements", first))
        .containsExactly(
            new Count("freshness", 319, 1),
            new Count("completeness", 3_515, 6),
            new Count("accuracy", 2_555, 5));
  }

  private Map<String, Double> percentByDomain() {
    Map<String, Double> percent = new TreeMap<>();
    for (Mesh.Domain domain : mesh.domains()) {
      long passed = 0;
      long all = 0;
      for (Mesh.Product product : domain.products()) {
        for (Window window : Window.ended(NOW, 3)) {
          for (Count count : counts.of(product.id(), window)) {
            passed += count.passed();
            all += count.passed() + count.failed();
          }
        }
      }
      percent.put(domain.id(), 100.0 * passed / all);
    }
    return percent;
  }
}
