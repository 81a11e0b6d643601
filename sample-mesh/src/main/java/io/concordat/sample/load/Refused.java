package io.concordat.sample.load;

import java.util.List;
import java.util.stream.Collectors;

/** Something of the sample mesh was not taken; the message has one line for each refusal. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refused(String lines) {
    super(lines);
  }

  Refused(List<Refusal> refusals) {
    this(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
  }
}
