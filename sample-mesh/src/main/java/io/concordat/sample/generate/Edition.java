package io.concordat.sample.generate;

import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Mesh.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract made from another one.
 *
 * @param product whose contract it is
 * @param contract its id
 */
record Edition(Product product, String contract) {

  private static final Set<String> TABLES_STAND_IN = Set.of("physicalName", "query", "sql");

  /**
   * The same contract for one market.
   *
   * @param market as it ends names, such as {@code fr}
   * @param marketName for people
   * @param upstream the contract to derive from instead of another one
   */
  ContractDocument of(
      ContractDocument base, String market, String marketName, UnaryOperator<String> upstream) {
    Map<String, Object> document = Tree.read(base.text());
    Map<String, String> tables = tables(document, market.toUpperCase(Locale.ROOT));
    document = Tree.mapping(Tree.texts(document, TABLES_STAND_IN, text -> renamed(text, tables)));
    document.put(
        "schema",
        Tree.texts(
            schema(document), Set.of("transformSourceObjects"), text -> lineage(text, upstream)));
    List<String> derivesFrom = base.upstream().stream().map(upstream).toList();
    Map<String, Object> description = Tree.mapping(document.get("description"));
    description.put(
        "purpose",
        "Rows of " + marketName + " only. " + Tree.text(description.get("purpose")).strip());
    document.put("description", description);
    document.put("name", Tree.text(document.get("name")) + ", " + marketName);
    List<Object> tags = new ArrayList<>(items(document, "tags"));
    tags.add("market-" + market);
    document.put("tags", tags);
    return finished(document, base, derivesFrom);
  }

  /** Gives a document its id and owner, writes it down. */
  ContractDocument finished(
      Map<String, Object> document, ContractDocument base, List<String> upstream) {
    document.put("id", contract);
    document.put("version", "1.0.0");
    document.put("dataProduct", product.id().substring(product.id().indexOf('/') + 1));
    document.put(
        "team",
        Tree.texts(
            team(document),
            Set.of("username"),
            text -> text.equals(base.owner()) ? product.owner() : text));
    List<Map<String, Object>> custom = Tree.mappings(document.get("customProperties"));
    custom.stream()
        .filter(entry -> Tree.text(entry.get("property")).equals("upstreamContracts"))
        .forEach(entry -> entry.put("value", upstream));
    document.put("customProperties", custom);
    return new ContractDocument(
        contract, contract, "1.0.0", product.owner(), upstream, Tree.write(document));
  }

  private static Object schema(Map<String, Object> document) {
    return Tree.mappings(document.get("schema"));
  }

  private static Object team(Map<String, Object> document) {
    return Tree.mapping(document.get("team"));
  }

  private static List<?> items(Map<String, Object> document, String key) {
    return document.get(key) instanceof List<?> items ? items : List.of();
  }

  /** Old and new names of the tables, in the spelling of the old ones. */
  private static Map<String, String> tables(Map<String, Object> document, String market) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Map<String, Object> object : Tree.mappings(document.get("schema"))) {
      String name = Tree.text(object.get("physicalName"));
      if (!name.isEmpty()) {
        boolean upper = name.equals(name.toUpperCase(Locale.ROOT));
        String joint = name.contains(".") ? "." : name.contains("-") ? "-" : "_";
        names.put(name, name + joint + (upper ? market : market.toLowerCase(Locale.ROOT)));
      }
    }
    return names;
  }

  private static String renamed(String text, Map<String, String> tables) {
    String changed = text;
    for (Map.Entry<String, String> table : tables.entrySet()) {
      changed =
          changed.replaceAll(
              "(?<![\\w-])" + Pattern.quote(table.getKey()) + "(?![\\w-])",
              Matcher.quoteReplacement(table.getValue()));
    }
    return changed;
  }

  /** Points {@code contract#object.field} to another contract. */
  private static String lineage(String text, UnaryOperator<String> upstream) {
    int hash = text.indexOf('#');
    return hash < 0 ? text : upstream.apply(text.substring(0, hash)) + text.substring(hash);
  }
}
