package io.concordat.sample.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole mesh as it is to be loaded.
 *
 * @param domains in the order of their ids, each with its products and consumers
 * @param contracts first versions, in no particular order
 * @param successors later versions of contracts that are also among {@code contracts}
 */
public record Mesh(
    List<Domain> domains, List<ContractDocument> contracts, List<ContractDocument> successors) {

  public Mesh {
    domains = List.copyOf(domains);
    contracts = List.copyOf(contracts);
    successors = List.copyOf(successors);
  }

  /** A domain as its {@code domain.yaml} describes it; people are subject ids. */
  public record Domain(
      String id,
      String name,
      String description,
      String director,
      String representative,
      List<Product> products,
      List<Consumer> consumers) {

    public Domain {
      products = List.copyOf(products);
      consumers = List.copyOf(consumers);
    }

    /** The same domain with other products. */
    public Domain withProducts(List<Product> others) {
      return new Domain(id, name, description, director, representative, others, consumers);
    }
  }

  /**
   * A data product.
   *
   * @param id such as {@code payments/settlements}
   * @param owner subject id
   * @param sharePercent share of the owner's working time, in percent
   */
  public record Product(
      String id, String name, String description, String owner, int sharePercent) {}

  /**
   * A reader of contracts.
   *
   * @param id such as {@code finance:cfo-dashboard}
   * @param kind as the API names it: DASHBOARD, MODEL, APPLICATION or NOTEBOOK
   */
  public record Consumer(String id, String name, String kind, String purpose, List<Read> reads) {

    public Consumer {
      reads = List.copyOf(reads);
    }
  }

  /**
   * What a consumer reads of one contract.
   *
   * @param fields as {@code object.field}; empty where it may read all of them
   */
  public record Read(String contract, List<String> fields) {

    public Read {
      fields = List.copyOf(fields);
    }
  }

  /** All products, domain by domain. */
  public List<Product> products() {
    return domains.stream().flatMap(domain -> domain.products().stream()).toList();
  }

  /** All consumers, domain by domain. */
  public List<Consumer> consumers() {
    return domains.stream().flatMap(domain -> domain.consumers().stream()).toList();
  }

  /**
   * The first versions in an order in which they can be published: each contract comes in a later
   * wave than everything upstream of it, and the contracts of one wave do not depend on each other.
   *
   * @throws IllegalStateException where contracts derive from each other in a circle, or from one
   *     that is not in the mesh
   */
  public List<List<ContractDocument>> waves() {
    Map<String, ContractDocument> waiting = new HashMap<>();
    contracts.forEach(contract -> waiting.put(contract.id(), contract));
    Set<String> done = new HashSet<>();
    List<List<ContractDocument>> waves = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<ContractDocument> wave =
          contracts.stream()
              .filter(contract -> waiting.containsKey(contract.id()))
              .filter(contract -> done.containsAll(contract.upstream()))
              .toList();
      if (wave.isEmpty()) {
        throw new IllegalStateException(
            "No contract of these can be published before the others: " + waiting.keySet());
      }
      wave.forEach(contract -> waiting.remove(contract.id()));
      wave.forEach(contract -> done.add(contract.id()));
      waves.add(wave);
    }
    return List.copyOf(waves);
  }
}
