package io.concordat.contract.change;

import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.Server;
import io.concordat.contract.odcs.SlaProperty;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of a contract: what it says, without how it is written. The version is left out:
 * it is what the changes decide about.
 */
final class NormalForm {

  /** Words for the same environment. */
  private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

  private NormalForm() {}

  static Part of(OdcsContract contract) {
    return of(contract, Set.of());
  }

  /**
   * The normal form without some fields.
   *
   * @param without by identity
   */
  static Part of(OdcsContract contract, Set<Property> without) {
    Part root = new Part(Section.CONTRACT, Paths.ROOT, "the contract", null, List.of());
    Facets facets = new Facets(contract.at().node(), Paths.ROOT, root);
    facets.without(
        "version",
        "kind",
        "schema",
        "slaProperties",
        "slaDefaultElement",
        "servers",
        "roles",
        "support",
        "team",
        "price",
        "description",
        "customProperties");
    nested(facets, "description", root);
    price(facets, root);
    team(facets, root);
    notice(contract, root);
    facets.rest();
    CustomParts.add(facets, Paths.ROOT, root, Set.of(NoticePeriod.PROPERTY));
    each(facets, "roles", (node, path) -> root.add(named(Section.ROLE, node, path, "role")));
    each(
        facets, "support", (node, path) -> root.add(named(Section.SUPPORT, node, path, "channel")));
    for (Server server : contract.servers()) {
      root.add(server(server));
    }
    String standard = text(facets.get("slaDefaultElement"));
    for (SlaProperty sla : contract.slaProperties()) {
      root.add(RuleParts.sla(sla, standard));
    }
    for (SchemaObject object : contract.objects()) {
      root.add(ObjectParts.of(object, without));
    }
    return root;
  }

  /** Calls for each mapping of a list. */
  static void each(Facets facets, String name, BiConsumer<Mapping, String> use) {
    if (facets.get(name) instanceof Sequence list) {
      String path = facets.pathOf(name);
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Mapping item) {
          use.accept(item, Paths.item(path, i));
        }
      }
    }
  }

  /** The text of a scalar; null where there is none. */
  static @Nullable String text(@Nullable Node node) {
    return node instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  private static void nested(Facets facets, String name, Part root) {
    if (facets.get(name) instanceof Mapping mapping) {
      new Facets(mapping, facets.pathOf(name), root, name + ".").rest();
    }
  }

  private static void price(Facets facets, Part root) {
    if (!(facets.get("price") instanceof Mapping price)) {
      return;
    }
    Node amount = price.get("priceAmount");
    String unit =
        Objects.toString(text(price.get("priceCurrency")), "")
            + " per "
            + Objects.toString(text(price.get("priceUnit")), "use");
    BigDecimal number =
        amount instanceof Scalar scalar
            ? scalar.decimal().orElse(BigDecimal.ZERO)
            : BigDecimal.ZERO;
    String shown = number.toPlainString() + " " + unit.strip();
    root.put(
        "price",
        new Facet(
            Paths.ROOT,
            "price",
            Canonical.of(number) + " " + unit,
            shown,
            new Price(number, unit)));
    new Facets(price, facets.pathOf("price"), root, "price.")
        .without("priceAmount", "priceCurrency", "priceUnit")
        .rest();
  }

  /**
   * What the data cost.
   *
   * @param unit currency, and for what
   */
  record Price(BigDecimal amount, String unit) {}

  /** Both forms of a team: a list of members, or a mapping that has one. */
  private static void team(Facets facets, Part root) {
    if (facets.get("team") instanceof Mapping team) {
      Facets inner = new Facets(team, facets.pathOf("team"), root, "team.");
      inner.without("members").rest();
      members(inner, "members", root);
    } else {
      members(facets, "team", root);
    }
  }

  private static void members(Facets facets, String name, Part root) {
    each(facets, name, (node, path) -> root.add(named(Section.MEMBER, node, path, "username")));
  }

  private static void notice(OdcsContract contract, Part root) {
    CustomProperties.find(contract.customProperties(), NoticePeriod.PROPERTY)
        .ifPresent(property -> {
          NoticePeriod notice = NoticePeriod.of(contract).orElse(null);
          if (notice != null && notice.isMoreThanLeast()) {
            root.put(
                NoticePeriod.PROPERTY,
                new Facet(
                    property.at().path(),
                    "value",
                    notice.toString(),
                    Canonical.shown(property.value()),
                    notice));
          }
        });
  }

  private static Part named(Section section, Mapping node, String path, String nameKey) {
    String name = Objects.toString(text(node.get(nameKey)), "");
    String url = text(node.get("url"));
    Part part =
        new Part(
            section,
            path,
            spoken(section, name),
            null,
            Arrays.asList(name + "|" + url, name, text(node.get("id"))));
    new Facets(node, path, part).rest();
    return part;
  }

  private static String spoken(Section section, String name) {
    return switch (section) {
      case ROLE -> "the role " + name;
      case SUPPORT -> "the support channel " + name;
      case MEMBER -> name;
      case CONTRACT, OBJECT, FIELD, RULE, SLA, SERVER, RELATIONSHIP, CUSTOM_PROPERTY ->
          throw new IllegalArgumentException(section + " has parts of its own");
    };
  }

  private static Part server(Server server) {
    Mapping node = (Mapping) server.at().node();
    String place =
        node.entries().entrySet().stream()
            .filter(
                entry -> !Set.of("server", "id", "description", "roles").contains(entry.getKey()))
            .map(entry -> entry.getKey() + "=" + Canonical.unordered(entry.getValue().value()))
            .sorted()
            .collect(Collectors.joining("&"));
    List<@Nullable String> keys = new ArrayList<>();
    keys.add(server.server());
    keys.add(text(node.get("id")));
    keys.add(place);
    Part part =
        new Part(Section.SERVER, server.at().path(), "the server " + server.server(), null, keys);
    Facets facets = new Facets(node, server.at().path(), part);
    String environment = server.environment();
    if (environment != null) {
      String lower = environment.strip().toLowerCase(Locale.ROOT);
      facets.put(
          "environment", PRODUCTION.contains(lower) ? "production" : lower, environment, null);
    }
    facets.without("roles").rest();
    // Who may read at a server loses or gains by it what the roles of the contract give.
    each(facets, "roles", (role, path) -> part.add(named(Section.ROLE, role, path, "role")));
    return part;
  }
}
