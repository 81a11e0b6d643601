package io.concordat.server.profiles;

import io.concordat.profile.FieldFigures;
import io.concordat.profile.FieldSketch;
import io.concordat.profile.anomaly.Anomalies;
import io.concordat.profile.anomaly.Anomaly;
import io.concordat.profile.anomaly.Dismissals;
import io.concordat.profile.anomaly.FieldWindow;
import io.concordat.profile.anomaly.Sensitivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Holds windows of a field against those of the same length before them. Has no effects. */
final class Judgement {

  /** What a window is held against at most: the points of a series, and those before the first. */
  static final int BASELINE = Sensitivity.USUAL.mostPoints() + 14;

  private final List<Window> windows = new ArrayList<>();
  private final Map<Window, FieldFigures> figures = new HashMap<>();
  private final Map<Window, List<Anomaly>> dismissed;

  /**
   * About a field.
   *
   * @param windows of it, oldest first
   * @param dismissed what was unusual about some of them and dismissed
   */
  Judgement(
      SequencedMap<Window, FieldSketch> windows, Map<Window, ? extends List<Anomaly>> dismissed) {
    windows.forEach((window, sketch) -> {
      this.windows.add(window);
      figures.put(window, sketch.figures());
    });
    this.dismissed = Map.copyOf(dismissed);
  }

  /** Those that are known, oldest first. */
  List<Window> windows() {
    return List.copyOf(windows);
  }

  /** What a known window looks like. */
  FieldFigures figures(Window window) {
    FieldFigures found = figures.get(window);
    if (found == null) {
      throw new IllegalArgumentException("no such window");
    }
    return found;
  }

  /** What is unusual about a known window. */
  List<Anomaly> anomalies(Window judged) {
    List<FieldWindow> history = new ArrayList<>();
    List<Anomaly> usual = new ArrayList<>();
    List<Window> before =
        windows.stream()
            .filter(window -> window.from().isBefore(judged.from()))
            .filter(window -> window.length().equals(judged.length()))
            .toList();
    for (Window window : before.subList(Math.max(0, before.size() - BASELINE), before.size())) {
      history.add(new FieldWindow(window.from(), figures(window)));
      usual.addAll(dismissed.getOrDefault(window, List.of()));
    }
    FieldWindow now = new FieldWindow(judged.from(), figures(judged));
    return Dismissals.without(Anomalies.of(history, now, Sensitivity.USUAL), usual);
  }
}
