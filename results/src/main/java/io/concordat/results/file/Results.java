package io.concordat.results.file;

import io.concordat.results.CheckResult;
import io.concordat.results.Problem;
import java.util.List;
import java.util.SortedMap;

/**
 * What a file says.
 *
 * @param problems results that cannot be read
 * @param others what stands in the file and is no check of data, counted by what it is, such as
 *     {@code model}
 */
public record Results(
    List<CheckResult> checks, List<Problem> problems, SortedMap<String, Integer> others) {

  public Results {
    checks = List.copyOf(checks);
    problems = List.copyOf(problems);
  }
}
