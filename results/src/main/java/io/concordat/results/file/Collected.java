package io.concordat.results.file;

import io.concordat.results.CheckResult;
import io.concordat.results.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was read so far. */
final class Collected {

  /** Most checks of one reading. */
  private static final int MOST = 100_000;

  private final List<CheckResult> checks = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final TreeMap<String, Integer> others = new TreeMap<>();

  void take(CheckResult check) {
    checks.add(check);
    bounded(check.place().line(), check.place().path());
  }

  /** Notes a result that cannot be read. */
  void refuse(Part part, String message) {
    problems.add(new Problem(Problem.Code.RESULT_INVALID, message, "", part.place()));
    bounded(part.line(), part.path());
  }

  /** Counts what is no check of data. */
  void other(String what) {
    others.merge(what, 1, Integer::sum);
  }

  private void bounded(int line, String path) {
    if (checks.size() + problems.size() > MOST) {
      throw new Unreadable(
          Unreadable.Code.RESULTS_TOO_MANY,
          "It holds more than %,d results; split it.".formatted(MOST),
          line,
          path);
    }
  }

  Results results() {
    return new Results(checks, problems, others);
  }
}
