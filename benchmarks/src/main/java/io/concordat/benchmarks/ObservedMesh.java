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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * 847 products with 20,328 commitments, and observations of 17,787 of them, one after the other.
 */
final class ObservedMesh {

  static final int PRODUCTS = 847;

  /** Fields of a product that are observed. */
  static final int OBSERVED = 21;

  private static final DomainId DOMAIN = new DomainId("payments");

  private ObservedMesh() {}

  /** Registers the products and publishes their contracts. */
  static void publish(Node node) {
    node.send(new RegisterDomain(DOMAIN, "Payments", "Takes and settles.", null), Node.ENGINEER);
    Commands commands = node.bean(Commands.class);
    for (int product = 0; product < PRODUCTS; product++) {
      ContractId contract = new ContractId(product(product) + "/main");
      commands
          .send(
              new RegisterDataProduct(
                  new ProductId(product(product)),
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

  /** With the two rules of the first field and the freshness a contract has 24 commitments. */
  private static String document(String contract) {
    return PlainContract.document(contract, "1.0.0", OBSERVED + 1)
        .replace(
            "            value: monetary-amount\n",
            "            value: monetary-amount\n"
                + "        quality:\n"
                + "          - metric: nullValues\n"
                + "            dimension: completeness\n"
                + "            unit: percent\n"
                + "            mustBeLessThan: 1\n");
  }

  static String product(long number) {
    return DOMAIN.value() + "/product-" + number % PRODUCTS;
  }

  static String commitment(long number) {
    return "completeness:settled_payment.amount_" + (1 + number / PRODUCTS % OBSERVED);
  }

  /**
   * Observations that keep their promises, one a line.
   *
   * @param first number of the first; the others follow
   */
  static byte[] batch(long first, int size) {
    StringBuilder text = new StringBuilder(200 * size);
    String now = Instant.now().toString().substring(0, 19) + "Z";
    for (long number = first; number < first + size; number++) {
      line(text, number, String.valueOf(number), "0.25", now, "");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Two observations of a commitment that break it, by a producer of their own.
   *
   * @param id unique
   */
  static byte[] breach(long number, String id) {
    StringBuilder text = new StringBuilder(400);
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    line(text, number, id + "-a", "7", now, ",\"producer\":\"probe\"");
    line(text, number, id + "-b", "7", now, ",\"producer\":\"probe\"");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(
      StringBuilder text, long number, String id, String value, String time, String more) {
    text.append("{\"id\":\"")
        .append(id)
        .append("\",\"contract\":\"")
        .append(product(number))
        .append("/main\",\"version\":\"1.0.0\",\"commitment\":\"")
        .append(commitment(number))
        .append("\",\"value\":")
        .append(value)
        .append(",\"unit\":\"percent\",\"observedAt\":\"")
        .append(time)
        .append('"')
        .append(more)
        .append("}\n");
  }
}
