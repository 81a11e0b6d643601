package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
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
        description(root.get("description")),
        Parts.texts(root, "tags"),
        Parts.each(root, Paths.ROOT, "schema", ElementBuilder::schemaObject),
        Parts.text(root, "slaDefaultElement"),
        Parts.each(root, Paths.ROOT, "slaProperties", ContractBuilder::slaProperty),
        team(root),
        Parts.roles(root, Paths.ROOT),
        Parts.each(root, Paths.ROOT, "servers", ContractBuilder::server),
        Parts.each(root, Paths.ROOT, "support", ContractBuilder::supportChannel),
        root.get("price") instanceof Mapping price ? price(price) : null,
        Parts.authoritativeDefinitions(root, Paths.ROOT),
        Parts.customProperties(root, Paths.ROOT));
  }

  private static Description description(@Nullable Node node) {
    String path = Paths.child(Paths.ROOT, "description");
    return node instanceof Mapping mapping
        ? new Description(
            Parts.text(mapping, "purpose"),
            Parts.text(mapping, "usage"),
            Parts.text(mapping, "limitations"),
            Parts.authoritativeDefinitions(mapping, path),
            Parts.customProperties(mapping, path))
        : new Description(null, null, null, List.of(), List.of());
  }

  private static Team team(Mapping root) {
    String path = Paths.child(Paths.ROOT, "team");
    Node node = root.get("team");
    if (node instanceof Mapping team) {
      return new Team(
          new Locus(path, team),
          Parts.text(team, "id"),
          Parts.text(team, "name"),
          Parts.text(team, "description"),
          Parts.each(team, path, "members", ContractBuilder::member),
          Parts.texts(team, "tags"),
          Parts.authoritativeDefinitions(team, path),
          Parts.customProperties(team, path));
    }
    return new Team(
        node == null ? new Locus(Paths.ROOT, root) : new Locus(path, node),
        null,
        null,
        null,
        Parts.each(root, Paths.ROOT, "team", ContractBuilder::member),
        List.of(),
        List.of(),
        List.of());
  }

  private static TeamMember member(Mapping node, String path) {
    return new TeamMember(
        new Locus(path, node),
        Parts.text(node, "id"),
        Parts.textOrEmpty(node, "username"),
        Parts.text(node, "name"),
        Parts.text(node, "role"),
        Parts.text(node, "description"),
        Parts.text(node, "dateIn"),
        Parts.text(node, "dateOut"),
        Parts.text(node, "replacedByUsername"),
        Parts.texts(node, "tags"),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path));
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

  private static SupportChannel supportChannel(Mapping node, String path) {
    return new SupportChannel(
        new Locus(path, node),
        Parts.text(node, "id"),
        Parts.needed(node, "channel"),
        Parts.text(node, "url"),
        Parts.text(node, "description"),
        Parts.text(node, "tool"),
        Parts.text(node, "scope"),
        Parts.text(node, "invitationUrl"),
        Parts.customProperties(node, path));
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
