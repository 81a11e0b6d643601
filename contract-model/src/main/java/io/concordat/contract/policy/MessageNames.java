package io.concordat.contract.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in braces that a policy's message is filled with: {@code {name}}, {@code {path}} or a
 * parameter.
 */
final class MessageNames {

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][\\w-]*)}");

  private MessageNames() {}

  /**
   * Each name that nothing is put in place of, with its column in the message, which is one line.
   */
  static List<PolicyProblem> problems(String message, Set<String> parameters) {
    Set<String> known = new TreeSet<>(parameters);
    known.add("name");
    known.add("path");
    List<PolicyProblem> problems = new ArrayList<>();
    Matcher names = NAME.matcher(message);
    while (names.find()) {
      if (!known.contains(names.group(1))) {
        problems.add(
            new PolicyProblem(
                1,
                names.start() + 1,
                "nothing is put in place of %s in the message (there are %s)"
                    .formatted(names.group(), String.join(", ", known))));
      }
    }
    return problems;
  }
}
