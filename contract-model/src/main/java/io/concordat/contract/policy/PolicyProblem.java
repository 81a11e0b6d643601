package io.concordat.contract.policy;

/**
 * Why an expression cannot become a policy.
 *
 * @param line within the expression, from 1
 * @param column within the line, from 1
 * @param message what is wrong
 */
public record PolicyProblem(int line, int column, String message) {

  /** For people: {@code line 1, column 4: undeclared reference …}. */
  @Override
  public String toString() {
    return "line " + line + ", column " + column + ": " + message;
  }
}
