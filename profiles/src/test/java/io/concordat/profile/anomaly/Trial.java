package io.concordat.profile.anomaly;

import io.concordat.profile.anomaly.SyntheticMonth.Feed;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts what the detection finds in months whose faults are known.
 *
 * <p>A fault is found where its kind is told on its day. Another kind told on that day is a
 * consequence (a mean that moves moves the distribution) and counts neither way. What is told on a
 * day without a fault is a false alarm.
 */
final class Trial {

  private final Map<AnomalyKind, int[]> counts = new EnumMap<>(AnomalyKind.class);
  private int months;

  private static final int FOUND = 0;
  private static final int MISSED = 1;
  private static final int FALSE_ALARM = 2;

  Trial() {
    for (AnomalyKind kind : AnomalyKind.values()) {
      counts.put(kind, new int[3]);
    }
  }

  /** Adds one field's month. */
  void add(SyntheticMonth month) {
    months++;
    List<FieldWindow> windows = month.windows();
    for (int day = SyntheticMonth.HISTORY; day < windows.size(); day++) {
      List<AnomalyKind> told =
          Anomalies.of(windows.subList(0, day), windows.get(day), Sensitivity.USUAL).stream()
              .map(Anomaly::kind)
              .toList();
      AnomalyKind fault = month.faults().get(day);
      if (fault != null) {
        count(fault, told.contains(fault) ? FOUND : MISSED);
      } else {
        told.forEach(kind -> count(kind, FALSE_ALARM));
      }
    }
  }

  private void count(AnomalyKind kind, int what) {
    counts.getOrDefault(kind, new int[3])[what]++;
  }

  double recall(AnomalyKind kind) {
    return share(of(kind, FOUND), of(kind, MISSED));
  }

  double precision(AnomalyKind kind) {
    return share(of(kind, FOUND), of(kind, FALSE_ALARM));
  }

  double recall() {
    return share(all(FOUND), all(MISSED));
  }

  double precision() {
    return share(all(FOUND), all(FALSE_ALARM));
  }

  /** False alarms per field and month, of all kinds. */
  double falseAlarms() {
    return (double) all(FALSE_ALARM) / months;
  }

  private int of(AnomalyKind kind, int what) {
    return counts.getOrDefault(kind, new int[3])[what];
  }

  private int all(int what) {
    return Arrays.stream(AnomalyKind.values()).mapToInt(kind -> of(kind, what)).sum();
  }

  private static double share(int part, int rest) {
    return part + rest == 0 ? Double.NaN : (double) part / (part + rest);
  }

  private String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.2f | %.2f | %.2f |",
        name,
        months,
        all(FOUND) + all(MISSED),
        precision(),
        recall(),
        falseAlarms());
  }

  /**
   * Prints the tables.
   *
   * @param arguments how many fields of each feed (40), and the first seed (1,000,000)
   */
  public static void main(String[] arguments) {
    int fields = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
    Map<Boolean, Trial> sums = Map.of(true, new Trial(), false, new Trial());
    System.out.println(
        "| feed | fields | faults | precision | recall | false alarms a field and month |");
    System.out.println("|---|---|---|---|---|---|");
    for (Feed feed : Feed.values()) {
      Trial one = new Trial();
      for (int i = 0; i < fields; i++) {
        SyntheticMonth month = new SyntheticMonth(feed, i % 2 == 0, true, seed + i);
        one.add(month);
        sums.get(feed.tunedOn).add(month);
      }
      System.out.println(one.row(feed.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    System.out.println(sums.get(true).row("all tuned on"));
    System.out.println(sums.get(false).row("all held out"));
    for (boolean tunedOn : new boolean[] {true, false}) {
      System.out.println();
      System.out.println(
          "| kind, "
              + (tunedOn ? "tuned on" : "held out")
              + " | faults | precision | recall | false alarms a field and month |");
      System.out.println("|---|---|---|---|---|");
      Trial sum = sums.get(tunedOn);
      for (AnomalyKind kind : AnomalyKind.values()) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.2f | %.2f | %.2f |%n",
            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            sum.of(kind, FOUND) + sum.of(kind, MISSED),
            sum.precision(kind),
            sum.recall(kind),
            (double) sum.of(kind, FALSE_ALARM) / sum.months);
      }
    }
  }
}
