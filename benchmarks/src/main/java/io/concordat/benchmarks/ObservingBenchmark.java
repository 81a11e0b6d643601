package io.concordat.benchmarks;

import io.concordat.eventstore.command.Commands;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDomain;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Observations over HTTP, durable and folded, of 847 products with 20,000 commitments: what is
 * accepted and folded a second, how long an answer takes, memory and bytes. The least that they
 * cost is measured by {@link ObservationsBenchmark}. Arguments: seconds of each measurement (20),
 * observations in a batch (20 and 500), clients (16).
 */
public final class ObservingBenchmark {

  private static final int PRODUCTS = 847;

  /** With the two rules of its first field and its freshness: 20,328 commitments in all. */
  private static final int FIELDS = 22;

  private static final int REFUSED_FOR_NOW = 429;
  private static final int ACCEPTED = 202;
  private static final DomainId DOMAIN = new DomainId("payments");

  private final Node node;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String token;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();

  private ObservingBenchmark(Node node) throws IOException, InterruptedException {
    this.node = node;
    this.address = URI.create(node.url() + "/api/v1/observations");
    this.token = new Client(node.url(), "machine-checks").token();
  }

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    Duration each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20);
    List<Integer> sizes =
        arguments.length > 1 ? List.of(Integer.parseInt(arguments[1])) : List.of(20, 500);
    int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
    try (Node node = Node.start()) {
      ObservingBenchmark benchmark = new ObservingBenchmark(node);
      benchmark.publish();
      benchmark.run(each, 20, clients, false);
      System.out.println(
          "| batches of | accepted a second | folded a second | p50 ms | p95 ms | p99 ms | longest"
              + " ms | asked to wait | heap MB | bytes a check |");
      System.out.println("|---|---|---|---|---|---|---|---|---|---|");
      for (int size : sizes) {
        benchmark.run(each, size, clients, true);
      }
    }
    System.exit(0);
  }

  private void publish() {
    node.send(new RegisterDomain(DOMAIN, "Payments", "Takes and settles.", null), Node.ENGINEER);
    Commands commands = node.bean(Commands.class);
    for (int product = 0; product < PRODUCTS; product++) {
      ProductId id = new ProductId(DOMAIN.value() + "/product-" + product);
      ContractId contract = new ContractId(id.value() + "/main");
      commands
          .send(
              new RegisterDataProduct(
                  id,
                  "A product",
                  "What a team offers.",
                  new ProductOwner(new Subject("owner"), 50)),
              Node.ENGINEER)
          .join();
      commands
          .send(new PublishContractVersion(contract, document(contract.value())), Node.ENGINEER)
          .join();
    }
  }

  private static String document(String contract) {
    return PlainContract.document(contract, "1.0.0", FIELDS)
        .replace(
            "            value: monetary-amount\n",
            "            value: monetary-amount\n"
                + "        quality:\n"
                + "          - metric: nullValues\n"
                + "            dimension: completeness\n"
                + "            unit: percent\n"
                + "            mustBeLessThan: 1\n");
  }

  private void run(Duration each, int size, int clients, boolean shown) throws Exception {
    long before = counted();
    long bytesBefore = bytes();
    long rowsBefore = numbers.get();
    Times times = new Times();
    waited.set(0);
    long start = System.nanoTime();
    double perSecond =
        size
            * Load.perSecond(
                clients,
                each,
                (_, _) -> {
                  byte[] body = batch(size);
                  long sent = System.nanoTime();
                  send(body);
                  times.add(System.nanoTime() - sent);
                });
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    long all = numbers.get() - rowsBefore;
    drain();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (counted() - before != all) {
      throw new IllegalStateException(
          "Accepted " + all + " observations, counted " + (counted() - before));
    }
    if (shown) {
      System.out.printf(
          Locale.ROOT,
          "| %d | %,.0f | %,.0f | %s | %d | %.0f | %.1f |%n",
          size,
          perSecond,
          all / seconds,
          times.cells(),
          waited.get(),
          heap,
          (double) (bytes() - bytesBefore) / all);
    }
  }

  /** One commitment after the other, as one producer sees them. */
  private byte[] batch(int size) {
    long first = numbers.getAndAdd(size);
    StringBuilder text = new StringBuilder(200 * size);
    String now = Instant.now().toString().substring(0, 19) + "Z";
    for (long number = first; number < first + size; number++) {
      text.append("{\"id\":\"")
          .append(number)
          .append("\",\"contract\":\"payments/product-")
          .append(number % PRODUCTS)
          .append(
              "/main\",\"version\":\"1.0.0\",\"commitment\":\"completeness:settled_payment.amount_")
          .append(1 + number / PRODUCTS % (FIELDS - 1))
          .append("\",\"value\":0.25,\"unit\":\"percent\",\"observedAt\":\"")
          .append(now)
          .append("\"}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void send(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    int status;
    while ((status = http.send(request, BodyHandlers.ofString()).statusCode()) != ACCEPTED) {
      if (status != REFUSED_FOR_NOW) {
        throw new IOException("The answer was " + status);
      }
      waited.incrementAndGet();
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private void drain() throws InterruptedException {
    long head = number("select max(position) from observation_batch");
    while (number("select position from observation_fold") < head) {
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private long counted() {
    return number("select coalesce(sum(passed + failed), 0) from observation_hour");
  }

  private long bytes() {
    return number("select pg_total_relation_size('observation_batch')");
  }

  private long number(String query) {
    return node.bean(JdbcClient.class).sql(query).query(Long.class).single();
  }
}
