package io.concordat.sample.generate;

import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Mesh;
import io.concordat.sample.mesh.Mesh.Domain;
import io.concordat.sample.mesh.Mesh.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Grows a mesh: editions of its products for single markets, which derive from the editions of
 * their upstream products where there are such, and weekly, history and feature products on top.
 * The same mesh and seed give the same documents to the character, and a larger number adds
 * products without changing the others.
 */
public final class Generator {

  private static final Map<String, String> MARKETS = markets();

  private final Map<String, Product> products;
  private final Map<String, List<ContractDocument>> contracts;
  private final long seed;
  private final Mesh mesh;

  private Generator(Mesh mesh, long seed) {
    this.mesh = mesh;
    this.seed = seed;
    this.products =
        mesh.products().stream()
            .collect(Collectors.toMap(Product::id, Function.identity(), (a, _) -> a, TreeMap::new));
    this.contracts =
        mesh.contracts().stream().collect(Collectors.groupingBy(ContractDocument::product));
  }

  /**
   * Grows a mesh to a number of products.
   *
   * @param count products altogether; the mesh itself where it has as many already
   * @throws IllegalArgumentException where the mesh cannot be grown that far
   */
  public static Mesh grow(Mesh mesh, int count, long seed) {
    return count <= mesh.products().size() ? mesh : new Generator(mesh, seed).grow(count);
  }

  private Mesh grow(int count) {
    List<Variant> chosen = choose(count - products.size());
    Set<String> made = new HashSet<>();
    List<ContractDocument> documents = new ArrayList<>(mesh.contracts());
    Map<String, List<Product>> byDomain = new TreeMap<>();
    products
        .values()
        .forEach(product ->
            byDomain.computeIfAbsent(domain(product), _ -> new ArrayList<>()).add(product));
    for (Variant variant : chosen) {
      Product product = product(variant);
      byDomain.computeIfAbsent(domain(product), _ -> new ArrayList<>()).add(product);
      for (ContractDocument base : contracts.getOrDefault(variant.base.id(), List.of())) {
        documents.add(document(variant, product, base, made));
      }
      made.add(product.id());
    }
    List<Domain> domains =
        mesh.domains().stream()
            .map(domain -> domain.withProducts(byDomain.getOrDefault(domain.id(), List.of())))
            .toList();
    return new Mesh(domains, documents, mesh.successors());
  }

  /** The variants to make, those first that others build on. */
  private List<Variant> choose(int wanted) {
    List<Variant> first = new ArrayList<>();
    List<Variant> second = new ArrayList<>();
    for (Product base : products.values()) {
      for (Derivative kind : Derivative.values()) {
        first.add(new Variant(base, null, kind));
      }
      for (String market : MARKETS.keySet()) {
        first.add(new Variant(base, market, null));
        for (Derivative kind : Derivative.values()) {
          second.add(new Variant(base, market, kind));
        }
      }
    }
    int most = first.size() + second.size();
    if (wanted > most) {
      throw new IllegalArgumentException(
          "At most " + (products.size() + most) + " products can be generated.");
    }
    Random order = new Random(seed);
    Collections.shuffle(first, order);
    Collections.shuffle(second, order);
    List<Variant> all = new ArrayList<>(first);
    all.addAll(second);
    Set<String> taken = new HashSet<>(products.keySet());
    return all.stream().filter(variant -> taken.add(variant.product())).limit(wanted).toList();
  }

  private static Product product(Variant variant) {
    String id = variant.product();
    String slug = id.substring(id.indexOf('/') + 1);
    String name = variant.base.name();
    String description = variant.base.description();
    String market = variant.market;
    if (market != null) {
      name += " " + nameOf(market);
      description = "The part of " + nameOf(market) + ". " + description;
    }
    Derivative kind = variant.kind;
    if (kind != null) {
      name += ", " + kind.title();
      description = kind.about() + " " + description;
    }
    int share = 35 + Math.floorMod(id.hashCode(), 6) * 5;
    return new Product(id, name, description, "owner-" + slug, share);
  }

  private ContractDocument document(
      Variant variant, Product product, ContractDocument base, Set<String> made) {
    String slug = base.id().substring(base.id().lastIndexOf('/') + 1);
    Edition edition = new Edition(product, product.id() + "/" + slug);
    String market = variant.market;
    Derivative kind = variant.kind;
    if (kind == null) {
      return edition.of(
          base, market == null ? "" : market, nameOf(market), id -> upstream(id, market, made));
    }
    String source = market == null ? base.id() : base.product() + "-" + market + "/" + slug;
    return kind.of(edition, base, source);
  }

  /** The edition of an upstream contract for the same market, or the contract itself. */
  private static String upstream(String contract, @Nullable String market, Set<String> made) {
    int slash = contract.lastIndexOf('/');
    String edition = contract.substring(0, slash) + "-" + market;
    return made.contains(edition) ? edition + contract.substring(slash) : contract;
  }

  private static String domain(Product product) {
    return product.id().substring(0, product.id().indexOf('/'));
  }

  private static String nameOf(@Nullable String market) {
    return market == null ? "" : MARKETS.getOrDefault(market, market);
  }

  private static Map<String, String> markets() {
    Map<String, String> markets = new LinkedHashMap<>();
    markets.put("at", "Austria");
    markets.put("be", "Belgium");
    markets.put("ch", "Switzerland");
    markets.put("cz", "Czechia");
    markets.put("de", "Germany");
    markets.put("dk", "Denmark");
    markets.put("es", "Spain");
    markets.put("fi", "Finland");
    markets.put("fr", "France");
    markets.put("gr", "Greece");
    markets.put("hu", "Hungary");
    markets.put("ie", "Ireland");
    markets.put("it", "Italy");
    markets.put("nl", "the Netherlands");
    markets.put("no", "Norway");
    markets.put("pl", "Poland");
    markets.put("pt", "Portugal");
    markets.put("ro", "Romania");
    markets.put("se", "Sweden");
    markets.put("uk", "the United Kingdom");
    return Collections.unmodifiableMap(markets);
  }

  /**
   * One product to make.
   *
   * @param market null for all markets together
   * @param kind null for an edition of the base itself
   */
  private record Variant(Product base, @Nullable String market, @Nullable Derivative kind) {

    String product() {
      return base.id()
          + (market == null ? "" : "-" + market)
          + (kind == null ? "" : "-" + kind.suffix());
    }
  }
}
