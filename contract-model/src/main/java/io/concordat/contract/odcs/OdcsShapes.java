package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;

/**
 * The parts of an ODCS 3.1.0 contract, from its JSON Schema (draft 2019-09, as of 2026-06), save
 * the property and the quality rule, which have their own classes.
 */
final class OdcsShapes {

  static final List<String> API_VERSIONS = List.of("v3.1.0", "v3.0.2", "v3.0.1", "v3.0.0");

  private static final ObjectShape MEMBER =
      ObjectShape.of("a team member")
          .needs("username", Shapes.TEXT)
          .with(
              Shapes.TEXT, "name", "description", "role", "dateIn", "dateOut", "replacedByUsername")
          .with("id", Shapes.STABLE_ID_TEXT)
          .with("tags", CommonShapes.TAGS)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES)
          .with("authoritativeDefinitions", CommonShapes.AUTHORITATIVE_DEFINITIONS);

  private static final Shape TEAM_OBJECT =
      ObjectShape.of("the team")
          .closing(ObjectShape.Closing.ALWAYS)
          .with(Shapes.TEXT, "name", "description")
          .with("id", Shapes.STABLE_ID_TEXT)
          .with("members", Shapes.list(MEMBER.closing(ObjectShape.Closing.ALWAYS)))
          .with("tags", CommonShapes.TAGS)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES)
          .with("authoritativeDefinitions", CommonShapes.AUTHORITATIVE_DEFINITIONS);

  /** Since 3.1 an object with members; before, a list of members, which stays valid. */
  private static final Shape TEAM =
      (node, path, check) -> {
        Shape form = node instanceof Sequence ? Shapes.list(MEMBER) : TEAM_OBJECT;
        form.verify(node, path, check);
      };

  private static final Shape DESCRIPTION =
      ObjectShape.of("the description")
          .closing(ObjectShape.Closing.OPEN)
          .with(Shapes.TEXT, "purpose", "usage", "limitations")
          .with("authoritativeDefinitions", CommonShapes.AUTHORITATIVE_DEFINITIONS)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES);

  private static final Shape SUPPORT =
      Shapes.list(
          ObjectShape.of("a support channel")
              .needs("channel", Shapes.TEXT)
              .with(Shapes.TEXT, "url", "description", "tool", "scope", "invitationUrl")
              .with("id", Shapes.STABLE_ID_TEXT)
              .with("customProperties", CommonShapes.CUSTOM_PROPERTIES));

  private static final Shape PRICE =
      ObjectShape.of("the price")
          .with("priceAmount", Shapes.NUMBER)
          .with(Shapes.TEXT, "priceCurrency", "priceUnit")
          .with("id", Shapes.STABLE_ID_TEXT);

  private static final Shape SLA_PROPERTIES =
      Shapes.list(
          ObjectShape.of("an SLA property")
              .needs("property", Shapes.FILLED_TEXT)
              .needs("value", Shapes.SINGLE_VALUE)
              .with("valueExt", Shapes.SINGLE_VALUE)
              .with(
                  Shapes.TEXT, "unit", "element", "driver", "description", "scheduler", "schedule")
              .with("id", Shapes.STABLE_ID_TEXT));

  private static final Shape SCHEMA_OBJECT =
      ObjectShape.of("a schema object")
          .closing(ObjectShape.Closing.ALWAYS)
          .with(PropertyShape.SCHEMA_ELEMENT)
          .needs("name", Shapes.FILLED_TEXT)
          .with("logicalType", Shapes.word(List.of("object")))
          .with("dataGranularityDescription", Shapes.TEXT)
          .with("relationships", Shapes.list(RelationshipShape.OF_OBJECT))
          .with("properties", PropertyShape.LIST);

  private static final Shape SCHEMA =
      (node, path, check) -> {
        Shapes.list(SCHEMA_OBJECT).verify(node, path, check);
        PropertyShape.refuseSameNames(node, path, check);
      };

  private static final Shape API_VERSION =
      (node, path, check) -> {
        boolean known =
            node instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.STRING
                && API_VERSIONS.contains(scalar.text());
        if (!known) {
          check.add(
              path,
              node,
              "must be one of %s, %s. Concordat reads ODCS 3.0.0 to 3.1.0."
                  .formatted(String.join(", ", API_VERSIONS), Shapes.butIs(node)));
        }
      };

  private static final Shape VERSION =
      (node, path, check) -> {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
          check.add(
              path, node, "must be a semantic version such as 1.4.0, " + Shapes.butIs(node) + ".");
        } else if (scalar.kind() != Scalar.Kind.STRING) {
          check.add(
              path,
              node,
              "YAML reads %s as %s; write a semantic version with three parts, such as 1.4.0."
                  .formatted(Shapes.shorten(scalar.text()), scalar.kindName()));
        } else if (SemanticVersion.parse(scalar.text()).isEmpty()) {
          check.add(
              path,
              node,
              "'%s' is not a semantic version; write three numbers such as 1.4.0, or 2.0.0-rc.1."
                  .formatted(Shapes.shorten(scalar.text())));
        }
      };

  /** The whole contract. */
  static final ObjectShape CONTRACT =
      ObjectShape.of("the contract")
          .closing(ObjectShape.Closing.ALWAYS)
          .needs("apiVersion", API_VERSION)
          .needs("kind", Shapes.word(List.of("DataContract")))
          .needs("id", Shapes.FILLED_TEXT)
          .needs("version", VERSION)
          .needs("status", Shapes.FILLED_TEXT)
          .with(
              Shapes.TEXT,
              "name",
              "tenant",
              "domain",
              "dataProduct",
              "contractCreatedTs",
              "slaDefaultElement")
          .with("tags", CommonShapes.TAGS)
          .with("description", DESCRIPTION)
          .with("servers", Shapes.list(new ServerShape()))
          .with("schema", SCHEMA)
          .with("support", SUPPORT)
          .with("price", PRICE)
          .with("team", TEAM)
          .with("roles", Shapes.list(CommonShapes.ROLE))
          .with("slaProperties", SLA_PROPERTIES)
          .with("authoritativeDefinitions", CommonShapes.AUTHORITATIVE_DEFINITIONS)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES);

  private OdcsShapes() {}

  /** Whether the document says that it is of a 3.0 version. */
  static boolean declaresBefore31(Mapping contract) {
    return contract.get("apiVersion") instanceof Scalar scalar && scalar.text().startsWith("v3.0.");
  }
}
