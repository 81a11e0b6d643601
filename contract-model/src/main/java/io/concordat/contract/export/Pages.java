package io.concordat.contract.export;

import io.concordat.contract.export.Page.Cell;
import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Price;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.Relationship;
import io.concordat.contract.odcs.Role;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.Server;
import io.concordat.contract.odcs.SupportChannel;
import io.concordat.contract.odcs.TeamMember;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the readable page of a contract says. */
final class Pages {

  private final OdcsContract contract;
  private final List<Page.Block> blocks = new ArrayList<>();

  private Pages(OdcsContract contract) {
    this.contract = contract;
  }

  static Page of(OdcsContract contract) {
    Pages pages = new Pages(contract);
    pages.overview();
    contract.objects().forEach(pages::object);
    pages.quality();
    pages.serviceLevels();
    pages.relationships();
    pages.origin();
    pages.people();
    pages.servers();
    pages.examples();
    pages.references();
    String name = contract.name();
    return new Page(name == null || name.isBlank() ? contract.id() : name, pages.blocks);
  }

  private void overview() {
    List<List<Cell>> rows = new ArrayList<>();
    row(rows, "Contract", contract.id());
    row(rows, "Version", contract.version().toString());
    row(rows, "Status", contract.status());
    row(rows, "Domain", contract.domain());
    row(rows, "Product", contract.dataProduct());
    row(rows, "Tenant", contract.tenant());
    row(rows, "Tags", String.join(", ", contract.tags()));
    row(rows, "Purpose", contract.description().purpose());
    row(rows, "Usage", contract.description().usage());
    row(rows, "Limitations", contract.description().limitations());
    blocks.add(new Page.Table(List.of("", "What the contract says"), rows));
  }

  private void object(SchemaObject object) {
    blocks.add(new Page.Heading(2, object.name()));
    if (object.description() != null) {
      blocks.add(new Page.Paragraph(object.description()));
    }
    String kind = object.physicalType() == null ? "Object" : object.physicalType();
    if (object.physicalName() != null) {
      blocks.add(new Page.Paragraph("In the store: " + kind + " " + object.physicalName() + "."));
    }
    if (object.dataGranularity() != null) {
      blocks.add(new Page.Paragraph("Granularity: " + object.dataGranularity()));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Field field : Field.of(object)) {
      rows.add(field(field));
    }
    blocks.add(
        new Page.Table(
            List.of("Field", "Type", "Promise", "Classification", "Meaning", "Description"), rows));
  }

  private static List<Cell> field(Field field) {
    Property property = field.property();
    return List.of(
        Cell.of(field.path()),
        Cell.of(joined(" · ", property.logicalType(), property.physicalType())),
        Cell.of(
            joined(
                ", ",
                property.primaryKey() ? "key" : null,
                property.required() || property.primaryKey() ? "always there" : null,
                property.unique() ? "unique" : null,
                property.criticalDataElement() ? "critical" : null)),
        Cell.of(field.classification()),
        Cell.of(field.semanticType()),
        Cell.of(joined(" — ", property.businessName(), property.description())));
  }

  private void quality() {
    List<List<Cell>> rows = new ArrayList<>();
    for (SchemaObject object : contract.objects()) {
      object.quality().forEach(rule -> rows.add(rule(object.name(), rule)));
      for (Field field : Field.of(object)) {
        field
            .property()
            .quality()
            .forEach(rule -> rows.add(rule(object.name() + "." + field.path(), rule)));
      }
    }
    section("Quality", List.of("Of", "Rule", "Dimension", "Severity", "Description"), rows);
  }

  private static List<Cell> rule(String element, QualityRule rule) {
    return List.of(
        Cell.of(element),
        Cell.of(Rules.spoken(rule)),
        Cell.of(rule.dimension()),
        Cell.of(rule.severity()),
        Cell.of(joined(" — ", rule.name(), rule.description())));
  }

  private void serviceLevels() {
    List<List<Cell>> rows = new ArrayList<>();
    contract
        .slaProperties()
        .forEach(sla ->
            rows.add(
                List.of(
                    Cell.of(sla.property()),
                    Cell.of(joined(" ", sla.value(), sla.unit())),
                    Cell.of(sla.element()),
                    Cell.of(joined(" — ", sla.driver(), sla.description())))));
    section("Service levels", List.of("Level", "Value", "Of", "Description"), rows);
  }

  private void origin() {
    List<List<Cell>> rows = new ArrayList<>();
    CustomProperties.upstream(contract)
        .ifPresent(upstream -> {
          if (upstream.isEmpty()) {
            rows.add(
                List.of(
                    Cell.of("The whole contract"),
                    Cell.of("straight from its source; no contract is upstream")));
          }
          upstream.forEach(id -> rows.add(List.of(Cell.of("The whole contract"), Cell.of(id))));
        });
    for (SchemaObject object : contract.objects()) {
      for (Field field : Field.of(object)) {
        Property property = field.property();
        String sources = String.join(", ", property.sources());
        if (!sources.isEmpty() || property.transformDescription() != null) {
          rows.add(
              List.of(
                  Cell.of(object.name() + "." + field.path()),
                  Cell.of(joined(" — ", sources, property.transformDescription()))));
        }
      }
    }
    section("Derived from", List.of("What", "Source"), rows);
  }

  private void people() {
    List<List<Cell>> team = new ArrayList<>();
    for (TeamMember member : contract.team().members()) {
      team.add(
          List.of(
              Cell.of(member.username()),
              Cell.of(member.name()),
              Cell.of(member.role()),
              Cell.of(member.description())));
    }
    section("Team", List.of("Who", "Name", "Role", "Description"), team);
    List<List<Cell>> support = new ArrayList<>();
    for (SupportChannel channel : contract.support()) {
      support.add(
          List.of(
              Cell.link(channel.channel(), channel.url()),
              Cell.of(channel.tool()),
              Cell.of(channel.scope()),
              Cell.of(channel.description())));
    }
    section("Support", List.of("Channel", "Tool", "Scope", "Description"), support);
    List<List<Cell>> roles = new ArrayList<>();
    for (Role role : contract.roles()) {
      roles.add(
          List.of(
              Cell.of(role.role()),
              Cell.of(role.access()),
              Cell.of(joined(", ", role.firstLevelApprovers(), role.secondLevelApprovers())),
              Cell.of(role.description())));
    }
    section("Access", List.of("Role", "Access", "Approved by", "Description"), roles);
    Price price = contract.price();
    if (price != null && price.priceAmount() != null) {
      String amount = joined(" ", price.priceAmount().toPlainString(), price.priceCurrency());
      blocks.add(new Page.Heading(2, "Price"));
      blocks.add(new Page.Paragraph(joined(" per ", amount, price.priceUnit())));
    }
  }

  private void servers() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Server server : contract.servers()) {
      String where =
          server.fields().entrySet().stream()
              .map(field -> field.getKey() + ": " + field.getValue())
              .collect(Collectors.joining(", "));
      rows.add(
          List.of(
              Cell.of(server.server()),
              Cell.of(server.type()),
              Cell.of(server.environment()),
              Cell.of(where),
              Cell.of(server.description())));
    }
    section("Servers", List.of("Server", "Type", "Environment", "Where", "Description"), rows);
  }

  private void relationships() {
    List<List<Cell>> rows = new ArrayList<>();
    for (SchemaObject object : contract.objects()) {
      for (Relationship link : object.relationships()) {
        rows.add(link(object.name() + ": " + String.join(", ", link.from()), link));
      }
      for (Field field : Field.of(object)) {
        for (Relationship link : field.property().relationships()) {
          rows.add(link(object.name() + "." + field.path(), link));
        }
      }
    }
    section("Relationships", List.of("From", "To", "Kind"), rows);
  }

  private static List<Cell> link(String from, Relationship link) {
    return List.of(Cell.of(from), Cell.of(String.join(", ", link.to())), Cell.of(link.type()));
  }

  private void examples() {
    Node value =
        CustomProperties.find(contract.customProperties(), CustomProperties.EXAMPLE_QUERIES)
            .map(property -> property.value())
            .orElse(null);
    if (!(value instanceof Sequence queries) || queries.items().isEmpty()) {
      return;
    }
    blocks.add(new Page.Heading(2, "Example queries"));
    for (Node item : queries.items()) {
      if (item instanceof Mapping query) {
        blocks.add(new Page.Paragraph(text(query, "title")));
        blocks.add(new Page.Code(text(query, "sql")));
      }
    }
  }

  private void references() {
    List<List<Cell>> rows = new ArrayList<>();
    Stream.concat(
            contract.authoritativeDefinitions().stream(),
            contract.description().authoritativeDefinitions().stream())
        .forEach(reference ->
            rows.add(
                List.of(
                    Cell.link(reference.url(), reference.url()),
                    Cell.of(reference.type()),
                    Cell.of(reference.description()))));
    section("References", List.of("Where", "Type", "Description"), rows);
  }

  private void section(String heading, List<String> head, List<List<Cell>> rows) {
    if (!rows.isEmpty()) {
      blocks.add(new Page.Heading(2, heading));
      blocks.add(new Page.Table(head, rows));
    }
  }

  private static String text(Mapping mapping, String name) {
    return mapping.get(name) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }

  private static void row(List<List<Cell>> rows, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      rows.add(List.of(Cell.of(name), Cell.of(text)));
    }
  }

  private static String joined(String between, @Nullable String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && !text.isBlank())
        .reduce((a, b) -> a + between + b)
        .orElse("");
  }
}
