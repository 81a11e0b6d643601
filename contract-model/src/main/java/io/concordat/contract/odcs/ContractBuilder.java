package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes typed records of a tree whose structure was found valid. */
final class ContractBuilder {

  /** What a server has whatever its type is. */
  private static final Set<String> COMMON_OF_SERVERS =
      Set.of("id", "server", "type", "description", "environment", "roles", "customProperties");

  private ContractBuilder() {}

  static OdcsContract build(Mapping root) {
    return new OdcsContract(
        new Locus(Paths.ROOT, root),
        Parts.needed(root, "apiVersion"),
        Parts.needed(root, "id"),
        SemanticVersion.of(Parts.needed(root, "version")),
        Parts.needed(root, "status"),
        Parts.text(root, "name"),
        Parts.text(root, "domain"),
        Parts.text(root, "dataProduct"),
        Parts.text(root, "tenant"),
        Parts.text(root, "contractCreatedTs"),
        Parts.description(root),
        Parts.texts(root, "tags"),
        Parts.each(root, Paths.ROOT, "schema", ElementBuilder::schemaObject),
        Parts.text(root, "slaDefaultElement"),
        Parts.each(root, Paths.ROOT, "slaProperties", ContractBuilder::slaProperty),
        Parts.team(root),
        Parts.roles(root, Paths.ROOT),
        Parts.each(root, Paths.ROOT, "servers", ContractBuilder::server),
        Parts.support(root),
        root.get("price") instanceof Mapping price ? price(price) : null,
        Parts.authoritativeDefinitions(root, Paths.ROOT),
        Parts.customProperties(root, Paths.ROOT));
  }

  private static Server server(Mapping node, String path) {
    return new Server(
        new Locus(path, node),
        Parts.text(node, "id"),
        Parts.needed(node, "server"),
        Parts.needed(node, "type"),
        Parts.text(node, "environment"),
        Parts.text(node, "description"),
        Parts.roles(node, path),
        fieldsOfType(node),
        Parts.customProperties(node, path));
  }

  private static SequencedMap<String, String> fieldsOfType(Mapping server) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String name : server.entries().sequencedKeySet()) {
      String text = COMMON_OF_SERVERS.contains(name) ? null : Parts.text(server, name);
      if (text != null) {
        fields.put(name, text);
      }
    }
    return fields;
  }

  private static Price price(Mapping node) {
    return new Price(
        new Locus(Paths.child(Paths.ROOT, "price"), node),
        Parts.text(node, "id"),
        Parts.number(node, "priceAmount"),
        Parts.text(node, "priceCurrency"),
        Parts.text(node, "priceUnit"));
  }

  private static SlaProperty slaProperty(Mapping node, String path) {
    Scalar value = node.get("value") instanceof Scalar scalar ? scalar : null;
    return new SlaProperty(
        new Locus(path, node),
        Parts.text(node, "id"),
        Parts.needed(node, "property"),
        value == null || value.isNull() ? "" : value.text(),
        value == null ? null : number(value),
        Parts.text(node, "valueExt"),
        Parts.text(node, "unit"),
        Parts.text(node, "element"),
        Parts.text(node, "driver"),
        Parts.text(node, "description"),
        Parts.text(node, "scheduler"),
        Parts.text(node, "schedule"));
  }

  private static @Nullable BigDecimal number(Scalar value) {
    if (value.isNumber()) {
      return value.decimal().orElse(null);
    }
    boolean plainNumber = value.text().strip().matches("[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?");
    return plainNumber ? new BigDecimal(value.text().strip()) : null;
  }
}
