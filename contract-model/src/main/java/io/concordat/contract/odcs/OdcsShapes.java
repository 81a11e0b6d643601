package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.shape.Edition;
import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of an ODCS contract, from the JSON Schemas of 3.0.0, 3.0.1, 3.0.2 and 3.1.0 (the last
 * draft 2019-09, as of 2026-06), save the property, the quality rule, the relationship and the
 * server, which have their own classes. Before 3.1 all but the root, schema objects and properties
 * is open: names that are not known are left alone.
 */
final class OdcsShapes {

  private static final ObjectShape MEMBER =
      CommonShapes.part("a team member")
          .needs(CommonShapes.SINCE_31, Shapes.TEXT, "username")
          .with(Shapes.TEXT, "role", "dateIn", "dateOut", "replacedByUsername")
          .since(Editions.V3_0_2, Shapes.TEXT, "name", "description")
          .since(Editions.V3_1_0, CommonShapes.TAGS, "tags")
          .since(Editions.V3_1_0, CommonShapes.CUSTOM_PROPERTIES, "customProperties")
          .since(
              Editions.V3_1_0, CommonShapes.AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions");

  private static final Shape MEMBERS = CommonShapes.list(MEMBER);

  private static final Shape TEAM_OBJECT =
      CommonShapes.part("the team")
          .with(Shapes.TEXT, "name", "description")
          .with(MEMBERS, "members")
          .with(CommonShapes.TAGS, "tags")
          .with(CommonShapes.CUSTOM_PROPERTIES, "customProperties")
          .with(CommonShapes.AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions");

  /** Since 3.1 an object with members; before, a list of members, which stays valid. */
  private static final Shape TEAM =
      (node, path, check) -> {
        boolean list = node instanceof Sequence || !CommonShapes.SINCE_31.test(check.edition());
        (list ? MEMBERS : TEAM_OBJECT).verify(node, path, check);
      };

  private static final Shape DESCRIPTION =
      ObjectShape.of("the description")
          .closedSince(null)
          .with(Shapes.TEXT, "purpose", "usage", "limitations")
          .since(
              Editions.V3_0_1, CommonShapes.AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions")
          .since(Editions.V3_0_1, CommonShapes.CUSTOM_PROPERTIES, "customProperties");

  private static final Shape SUPPORT =
      CommonShapes.list(
          CommonShapes.part("a support channel")
              .needs(Shapes.TEXT, "channel")
              .needs(CommonShapes.SINCE_31.negate(), Shapes.TEXT, "url")
              .with(Shapes.TEXT, "description", "tool", "scope", "invitationUrl")
              .since(Editions.V3_1_0, CommonShapes.CUSTOM_PROPERTIES, "customProperties"));

  private static final Shape PRICE =
      CommonShapes.part("the price")
          .with(Shapes.NUMBER, "priceAmount")
          .with(Shapes.TEXT, "priceCurrency", "priceUnit");

  private static final Shape SLA_PROPERTIES =
      CommonShapes.list(
          CommonShapes.part("an SLA property")
              .needs(Shapes.TEXT, "property")
              .needs(Shapes.SINGLE_VALUE, "value")
              .with(Shapes.SINGLE_VALUE, "valueExt")
              .with(Shapes.TEXT, "unit", "element", "driver")
              .since(Editions.V3_1_0, Shapes.TEXT, "description", "scheduler", "schedule"));

  private static final Shape SCHEMA_OBJECT =
      PropertyShape.SCHEMA_ELEMENT
          .named("a schema object")
          .with(Shapes.TEXT, "physicalName")
          .needs(Shapes.FILLED_TEXT, "name")
          .with(Shapes.word(List.of("object")), "logicalType")
          .with(Shapes.TEXT, "dataGranularityDescription")
          .since(Editions.V3_1_0, Shapes.list(RelationshipShape.OF_OBJECT), "relationships")
          .with(PropertyShape.LIST, "properties");

  private static final Shape SCHEMA =
      (node, path, check) -> {
        CommonShapes.list(SCHEMA_OBJECT).verify(node, path, check);
        CommonShapes.refuseSame("name", node, path, check);
      };

  private static final Shape API_VERSION =
      (node, path, check) -> {
        boolean known =
            node instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.STRING
                && Editions.READ.stream().anyMatch(e -> e.declared().equals(scalar.text()));
        if (!known) {
          check.add(
              path,
              node,
              "must be one of %s, %s. Concordat reads ODCS 3.0.0 to 3.1.0."
                  .formatted(
                      Editions.READ.stream()
                          .map(Edition::declared)
                          .collect(Collectors.joining(", ")),
                      Shapes.butIs(node)));
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
          .needs(API_VERSION, "apiVersion")
          .needs(Shapes.word(List.of("DataContract")), "kind")
          .needs(Shapes.FILLED_TEXT, "id")
          .needs(VERSION, "version")
          .needs(Shapes.FILLED_TEXT, "status")
          .with(
              Shapes.TEXT,
              "name",
              "tenant",
              "domain",
              "dataProduct",
              "contractCreatedTs",
              "slaDefaultElement")
          .with(CommonShapes.TAGS, "tags")
          .with(DESCRIPTION, "description")
          .with(CommonShapes.list(new ServerShape()), "servers")
          .with(SCHEMA, "schema")
          .with(SUPPORT, "support")
          .with(PRICE, "price")
          .with(TEAM, "team")
          .with(CommonShapes.ROLES, "roles")
          .with(SLA_PROPERTIES, "slaProperties")
          .since(
              Editions.V3_0_1, CommonShapes.AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions")
          .with(CommonShapes.CUSTOM_PROPERTIES, "customProperties");

  private OdcsShapes() {}
}
