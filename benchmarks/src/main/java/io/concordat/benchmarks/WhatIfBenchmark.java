package io.concordat.benchmarks;

import io.concordat.graphql.gateway.WhatIfDesk;
import io.concordat.graphql.gateway.WhatIfDesk.Question;
import io.concordat.graphql.gateway.WhatIfDesk.Result;
import io.concordat.graphql.gateway.WhatIfDesk.Run;
import io.concordat.graphql.gateway.WhatIfDesk.Span;
import io.concordat.graphql.gateway.WhatIfDesk.State;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDomain;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How long it takes to try a rule on every contract in force, over 847 contracts with 50,000 fields
 * in the event store. Arguments: contracts (847), fields (50,000), repetitions (5).
 */
public final class WhatIfBenchmark {

  private static final String PRODUCT = "payments/settlements";
  private static final Span IN_FORCE = new Span(false, null);

  private WhatIfBenchmark() {}

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws InterruptedException {
    int contracts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 847;
    int fields = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
    int repetitions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    try (Node node = Node.start()) {
      publish(node, contracts, fields);
      WhatIfDesk desk = node.bean(WhatIfDesk.class);
      System.out.printf("%,d contracts, %,d fields%n%n", contracts, fields);
      System.out.println("| trial | seconds | contracts failing |");
      System.out.println("|---|---|---|");
      for (int i = 1; i <= repetitions; i++) {
        row(desk, "a rule on fields that was never tried", field(i), contracts);
      }
      row(desk, "the last one again", field(repetitions), contracts);
      row(desk, "a rule on contracts that all break", contract(), contracts);
    }
    System.exit(0);
  }

  private static void publish(Node node, int contracts, int fields) {
    node.send(
        new RegisterDomain(new DomainId("payments"), "Payments", "Takes and settles.", null),
        Node.ENGINEER);
    node.send(
        new RegisterDataProduct(
            new ProductId(PRODUCT),
            "Settlements",
            "What was settled.",
            new ProductOwner(new Subject("owner-settlements"), 50)),
        Node.ENGINEER);
    for (int i = 0; i < contracts; i++) {
      String id = PRODUCT + "/contract-" + i;
      int own = fields / contracts + (i < fields % contracts ? 1 : 0);
      node.send(
          new PublishContractVersion(new ContractId(id), PlainContract.document(id, "1.0.0", own)),
          Node.ENGINEER);
    }
  }

  private static void row(WhatIfDesk desk, String name, Policy policy, int contracts)
      throws InterruptedException {
    Run run = desk.start(new Question(desk.bringing(policy), IN_FORCE, null), Node.ENGINEER);
    while (run.state() == State.RUNNING) {
      Thread.sleep(5);
      run = desk.run(run.id()).orElseThrow();
    }
    Result result = Objects.requireNonNull(run.result(), "a run that is done has a result");
    if (result.contracts() != contracts || !result.unjudged().isEmpty()) {
      throw new IllegalStateException(result.toString());
    }
    System.out.printf(
        Locale.ROOT, "| %s | %.2f | %d |%n", name, result.milliseconds() / 1e3, result.failing());
  }

  private static Policy field(int number) {
    return policy(
        PolicyScope.FIELD,
        "field.description.size() > %d && has(field.classification)".formatted(number));
  }

  private static Policy contract() {
    return policy(PolicyScope.CONTRACT, "size(contract.fields) > 100000");
  }

  private static Policy policy(PolicyScope scope, String expression) {
    return new Policy(
        "tried",
        "A rule that is tried",
        PolicyFamily.OTHER,
        scope,
        Severity.ERROR,
        expression,
        "it is not kept",
        "Only tried.",
        List.of());
  }
}
