package io.concordat.benchmarks;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDomain;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Publishing versions of a contract of 50 fields over HTTP, with the wait until they can be read,
 * against {@code { __typename }} and against the gate alone, in the same run. Arguments: seconds of
 * each measurement (15), clients (8).
 */
public final class PublishBenchmark {

  private static final String PUBLISH =
      """
      mutation($contract: ID!, $document: String!) {
        publishContractVersion(input: {contract: $contract, document: $document}) {
          version { version status publishedAt } verdict { passed violations { policy message } }
          receipt { readable } userErrors { code message } } }
      """;
  private static final String CHECK =
      """
      query($contract: ID!, $document: String!) {
        checkContract(contract: $contract, document: $document) { passed violations { policy } } }
      """;
  private static final String PRODUCT = "payments/settlements";
  private static final int CONTRACTS_OF_A_CLIENT = 16;

  private final Client[] clients;
  private final AtomicLong versions = new AtomicLong();

  private PublishBenchmark(Client[] clients) {
    this.clients = clients;
  }

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    Duration each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15);
    Client[] clients = new Client[arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8];
    try (Node node = Node.start()) {
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
      for (int client = 0; client < clients.length; client++) {
        clients[client] = new Client(node.url(), "governance");
      }
      new PublishBenchmark(clients).run(each);
    }
    System.exit(0);
  }

  private void run(Duration each) throws InterruptedException {
    Load.perSecond(clients.length, each, this::publish);
    Load.perSecond(clients.length, each.dividedBy(3), this::check);
    Load.perSecond(clients.length, each.dividedBy(3), this::typename);
    System.out.printf(
        "Publishing at %d clients, a document of %,d characters%n%n",
        clients.length, PlainContract.document(contract(0, 0), "1.0.0").length());
    System.out.println("| request | p50 ms | p95 ms | p99 ms | longest ms | a second |");
    System.out.println("|---|---|---|---|---|---|");
    double before = row("`{ __typename }`", each.dividedBy(3), this::typename);
    Cpu beforePublishing = Cpu.now();
    double published = row("publishContractVersion", each, this::publish);
    Cpu afterPublishing = Cpu.now();
    row("checkContract: reading and the gate alone", each.dividedBy(2), this::check);
    double after = row("`{ __typename }` again", each.dividedBy(3), this::typename);
    System.out.printf(
        Locale.ROOT,
        "%nA publication costs as much as %.0f small queries.%n",
        (before + after) / 2 / published);
    afterPublishing.printSince(beforePublishing, "publication", published * each.toMillis() / 1e3);
  }

  private double row(String name, Duration duration, Load.Work work) throws InterruptedException {
    Times times = new Times();
    double perSecond =
        Load.perSecond(
            clients.length,
            duration,
            (client, round) -> {
              long start = System.nanoTime();
              work.run(client, round);
              times.add(System.nanoTime() - start);
            });
    System.out.printf(Locale.ROOT, "| %s | %s | %,.0f |%n", name, times.cells(), perSecond);
    return perSecond;
  }

  private void publish(int client, long round) throws Exception {
    String contract = contract(client, round);
    String document = PlainContract.document(contract, "1." + versions.incrementAndGet() + ".0");
    JsonNode payload =
        clients[client]
            .ask(PUBLISH, Map.of("contract", contract, "document", document))
            .get("publishContractVersion");
    if (!payload.at("/verdict/passed").asBoolean(false)
        || !payload.at("/receipt/readable").asBoolean(false)) {
      throw new IllegalStateException(payload.toString());
    }
  }

  private void check(int client, long round) throws Exception {
    String contract = contract(client, round);
    JsonNode data =
        clients[client].ask(
            CHECK,
            Map.of("contract", contract, "document", PlainContract.document(contract, "9.0.0")));
    if (!data.at("/checkContract/passed").asBoolean(false)) {
      throw new IllegalStateException(data.toString());
    }
  }

  private void typename(int client, long round) throws Exception {
    clients[client].ask("{ __typename }", Map.of());
  }

  private static String contract(int client, long round) {
    return PRODUCT + "/contract-" + client + "-" + round % CONTRACTS_OF_A_CLIENT;
  }
}
