package io.concordat.cli.report;

/** Sentences that several formats say alike. */
final class Words {

  private Words() {}

  /** What a comparison means for the version. */
  static String step(Sheet.Step step) {
    if (step.before() == null) {
      return "New: there is no such contract in " + step.against() + ".";
    }
    if (step.after() == null) {
      return "Gone: the contract was %s in %s.".formatted(step.before(), step.against());
    }
    String change = "From %s (%s) to %s".formatted(step.before(), step.against(), step.after());
    if (step.bump().equals("none")) {
      return change + ": nothing has changed.";
    }
    String asked = change + ": the changes ask for a " + step.bump() + " version";
    return step.fits() ? asked + ", and it is one." : asked + ", " + step.suggested() + ".";
  }
}
