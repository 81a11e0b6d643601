package io.concordat.benchmarks;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDomain;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * What publishing a contract of 50 fields over HTTP costs as the mesh grows: the same one client in
 * meshes of more and more data products with a contract each, in one run. Arguments: the sizes (100
 * 1000 10000), ascending.
 */
public final class GrowthBenchmark {

  private static final String PUBLISH =
      """
      mutation($contract: ID!, $document: String!) {
        publishContractVersion(input: {contract: $contract, document: $document}) {
          verdict { passed violations { policy message } } receipt { readable } } }
      """;
  private static final int[] SIZES = {100, 1_000, 10_000};
  private static final int FIELDS_OF_OTHERS = 8;
  private static final int AT_ONCE = 16;
  private static final int MEASURED = 200;
  private static final int WARM_UP = 300;
  private static final DomainId DOMAIN = new DomainId("payments");

  private final Node node;
  private final Client client;
  private long versions;
  private int products;

  private GrowthBenchmark(Node node) throws Exception {
    this.node = node;
    this.client = new Client(node.url(), "governance");
  }

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    int[] sizes =
        arguments.length == 0
            ? SIZES
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    try (Node node = Node.start()) {
      node.send(new RegisterDomain(DOMAIN, "Payments", "Takes and settles.", null), Node.ENGINEER);
      new GrowthBenchmark(node).run(sizes);
    }
    System.exit(0);
  }

  private void run(int[] sizes) throws Exception {
    grow(sizes[0]);
    publish(WARM_UP, new Times());
    System.out.println(
        "| data products | p50 ms | p95 ms | p99 ms | longest ms | p50 of the first |");
    System.out.println("|---|---|---|---|---|---|");
    double first = Double.NaN;
    for (int size : sizes) {
      grow(size);
      publish(WARM_UP / 10, new Times());
      Times times = new Times();
      publish(MEASURED, times);
      double middle = times.millis(0.5);
      first = Double.isNaN(first) ? middle : first;
      System.out.printf(Locale.ROOT, "| %,d | %s | %.2f |%n", size, times.cells(), middle / first);
    }
  }

  /** Registers products with a contract each until there are that many, and all can be read. */
  private void grow(int size) throws InterruptedException {
    Commands commands = node.bean(Commands.class);
    Semaphore places = new Semaphore(AT_ONCE);
    AtomicLong last = new AtomicLong();
    AtomicLong failures = new AtomicLong();
    for (; products < size; products++) {
      ProductId product = new ProductId(DOMAIN.value() + "/product-" + products);
      ContractId contract = new ContractId(product.value() + "/main");
      places.acquire();
      Thread.ofVirtual()
          .start(() -> {
            try {
              commands.send(register(product), Node.ENGINEER).join();
              Receipt receipt =
                  commands
                      .send(
                          new PublishContractVersion(
                              contract,
                              PlainContract.document(contract.value(), "1.0.0", FIELDS_OF_OTHERS)),
                          Node.ENGINEER)
                      .join();
              last.accumulateAndGet(receipt.highestIndex().orElseThrow(), Math::max);
            } catch (RuntimeException e) {
              failures.incrementAndGet();
              System.err.println("Not published: " + e);
            } finally {
              places.release();
            }
          });
    }
    places.acquire(AT_ONCE);
    if (failures.get() > 0
        || !node.bean(ReadBarrier.class)
            .await(
                last.get(),
                Set.of(ProcessingGroups.LINEAGE_GRAPH, ProcessingGroups.GOVERNANCE_VIEWS),
                Duration.ofMinutes(15))) {
      throw new IllegalStateException("The mesh of " + size + " products is not whole");
    }
  }

  private static RegisterDataProduct register(ProductId product) {
    return new RegisterDataProduct(
        product,
        "A product",
        "What a team offers.",
        new ProductOwner(new Subject("owner-of-products"), 50));
  }

  private void publish(int count, Times times) throws Exception {
    for (int i = 0; i < count; i++) {
      String contract = DOMAIN.value() + "/product-0/measured-" + i % 10;
      String document = PlainContract.document(contract, "1." + ++versions + ".0");
      long start = System.nanoTime();
      JsonNode payload =
          client
              .ask(PUBLISH, Map.of("contract", contract, "document", document))
              .get("publishContractVersion");
      times.add(System.nanoTime() - start);
      if (!payload.at("/verdict/passed").asBoolean(false)
          || !payload.at("/receipt/readable").asBoolean(false)) {
        throw new IllegalStateException(payload.toString());
      }
    }
  }
}
