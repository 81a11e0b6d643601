package io.concordat.contract.odps;

import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.Edition;
import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of an ODPS document, from the JSON Schemas of 0.9.0 and 1.0.0 (of 2025-09). Where the
 * standard's text and its schema differ, the schema holds: output ports are optional, and an input
 * port needs its version.
 */
final class OdpsShapes {

  static final Edition V0_9_0 = new Edition(0, 9, 0);
  static final Edition V1_0_0 = new Edition(1, 0, 0);

  private static final Shape TAGS = Shapes.list(Shapes.TEXT);

  private static final Shape CUSTOM_PROPERTIES =
      Shapes.list(
          ObjectShape.of("a custom property")
              .needs(Shapes.TEXT, "property")
              .needs(Shapes.ANY, "value")
              .with(Shapes.TEXT, "description"));

  private static final Shape AUTHORITATIVE_DEFINITIONS =
      Shapes.list(
          ObjectShape.of("an authoritative definition")
              .needs(
                  Shape.changed(
                      Shapes.word(
                          List.of(
                              "businessDefinition",
                              "transformationImplementation",
                              "videoTutorial",
                              "tutorial",
                              "implementation")),
                      V1_0_0,
                      Shapes.TEXT),
                  "type")
              .needs(Shapes.TEXT, "url")
              .with(Shapes.TEXT, "description"));

  private static final Shape DESCRIPTION =
      described(ObjectShape.of("the description"))
          .with(Shapes.TEXT, "purpose", "limitations", "usage");

  private static final Shape INPUT_PORTS =
      ports(
          tagged(ObjectShape.of("an input port"), V1_0_0)
              .needs(Shapes.TEXT, "name", "version", "contractId"));

  private static final Shape OUTPUT_PORTS =
      ports(
          tagged(ObjectShape.of("an output port"), V1_0_0)
              .needs(Shapes.TEXT, "name", "version")
              .with(Shapes.TEXT, "description", "type", "contractId")
              .with(
                  Shapes.list(
                      ObjectShape.of("a bill of materials")
                          .with(Shapes.TEXT, "type")
                          .needs(Shapes.TEXT, "url")),
                  "sbom")
              .with(
                  Shapes.list(
                      ObjectShape.of("an input contract").needs(Shapes.TEXT, "id", "version")),
                  "inputContracts"));

  private static final Shape MANAGEMENT_PORTS =
      Shapes.list(
          tagged(ObjectShape.of("a management port"), V0_9_0)
              .needs(Shapes.TEXT, "name", "content")
              .with(Shapes.TEXT, "type", "url", "channel", "description"));

  private static final Shape SUPPORT =
      Shapes.list(
          tagged(ObjectShape.of("a support channel"), V0_9_0)
              .needs(Shapes.TEXT, "channel", "url")
              .with(Shapes.TEXT, "description", "tool", "scope", "invitationUrl"));

  private static final Shape MEMBERS =
      Shapes.list(
          tagged(ObjectShape.of("a team member"), V0_9_0)
              .needs(edition -> edition.isFrom(V1_0_0), Shapes.TEXT, "username")
              .with(
                  Shapes.TEXT,
                  "name",
                  "description",
                  "role",
                  "dateIn",
                  "dateOut",
                  "replacedByUsername"));

  private static final Shape TEAM =
      Shape.changed(
          MEMBERS,
          V1_0_0,
          tagged(ObjectShape.of("the team"), V0_9_0)
              .with(Shapes.TEXT, "name", "description")
              .with(MEMBERS, "members"));

  /** The whole document. */
  static final ObjectShape PRODUCT =
      described(ObjectShape.of("the data product"))
          .needs(
              Shape.changed(
                  Shapes.word(List.of("v0.9.0")), V1_0_0, Shapes.word(List.of("v1.0.0", "v0.9.0"))),
              "apiVersion")
          .needs(Shapes.word(List.of("DataProduct")), "kind")
          .needs(Shapes.TEXT, "id", "status")
          .with(Shapes.TEXT, "name", "version", "domain", "tenant", "productCreatedTs")
          .with(DESCRIPTION, "description")
          .with(TAGS, "tags")
          .with(INPUT_PORTS, "inputPorts")
          .with(OUTPUT_PORTS, "outputPorts")
          .with(MANAGEMENT_PORTS, "managementPorts")
          .with(SUPPORT, "support")
          .with(TEAM, "team");

  private OdpsShapes() {}

  private static ObjectShape described(ObjectShape shape) {
    return shape
        .with(AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions")
        .with(CUSTOM_PROPERTIES, "customProperties");
  }

  private static ObjectShape tagged(ObjectShape shape, Edition since) {
    return shape
        .since(since, TAGS, "tags")
        .since(since, AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions")
        .since(since, CUSTOM_PROPERTIES, "customProperties");
  }

  /** A port is known by its name and version, so each pair stands once. */
  private static Shape ports(Shape port) {
    Shape list = Shapes.list(port);
    return (node, path, check) -> {
      list.verify(node, path, check);
      refuseSame(node, path, check);
    };
  }

  private static void refuseSame(Node list, String path, Check check) {
    if (!(list instanceof Sequence sequence)) {
      return;
    }
    Map<List<String>, Integer> lines = new HashMap<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      if (sequence.items().get(i) instanceof Mapping port
          && port.get("name") instanceof Scalar name
          && port.get("version") instanceof Scalar version) {
        Integer first = lines.putIfAbsent(List.of(name.text(), version.text()), name.span().line());
        if (first != null) {
          check.add(
              Paths.item(path, i),
              name,
              "The port '%s' with version %s is already declared on line %d; declare it once."
                  .formatted(Shapes.shorten(name.text()), Shapes.shorten(version.text()), first));
        }
      }
    }
  }
}
