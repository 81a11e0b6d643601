package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainEvent;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.MaintenanceCancelled;
import io.concordat.messages.mesh.MaintenancePlanned;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.projections.Declared;
import io.concordat.projections.lineage.LineageChange.ConsumerFacts;
import io.concordat.projections.lineage.LineageChange.DomainFacts;
import io.concordat.projections.lineage.LineageChange.FieldFacts;
import io.concordat.projections.lineage.LineageChange.FieldSource;
import io.concordat.projections.lineage.LineageChange.Ports;
import io.concordat.projections.lineage.LineageChange.ProductFacts;
import io.concordat.projections.lineage.LineageChange.Publication;
import io.concordat.projections.lineage.LineageChange.Read;
import io.concordat.projections.lineage.LineageChange.Store;
import io.concordat.projections.lineage.LineageChange.VersionFate;
import io.concordat.readstore.graph.Graph;
import io.concordat.readstore.search.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds events into changes of the lineage graph. Pure. */
final class LineageChanges {

  private LineageChanges() {}

  static List<LineageChange> of(DomainEvent event, long sequence) {
    return switch (event) {
      case DomainRegistered registered -> {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("name", registered.name());
        properties.put("description", registered.description());
        properties.put("registeredAt", time(registered.registeredAt()));
        yield List.of(new DomainFacts(registered.domain().value(), sequence, properties));
      }
    };
  }

  static List<LineageChange> of(ProductEvent event, long sequence) {
    return switch (event) {
      case DataProductRegistered registered -> {
        String id = registered.product().value();
        String domain = registered.product().domain().value();
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("name", registered.name());
        properties.put("description", registered.description());
        properties.put("domain", domain);
        properties.put("owner", registered.owner().subject().value());
        properties.put("registeredAt", time(registered.registeredAt()));
        properties.put(Graph.SEARCH_NAME, Words.joined(List.of(registered.name(), id)));
        properties.put(
            Graph.SEARCH_TEXT,
            Words.joined(List.of(registered.description(), registered.owner().subject().value())));
        yield List.of(
            new ProductFacts(id, domain, registered.registeredAt(), sequence, properties));
      }
      case ProductPortsDeclared declared ->
          List.of(
              new Ports(
                  declared.product(),
                  declared.declaredAt(),
                  sequence,
                  Declared.inputs(declared.product(), declared.inputPorts()).toList()));
      case MaintenancePlanned _, MaintenanceCancelled _ -> List.of();
    };
  }

  static List<LineageChange> of(ConsumerEvent event, long sequence) {
    return switch (event) {
      case ConsumerRegistered registered -> {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("name", registered.name());
        properties.put("kind", registered.kind().name());
        properties.put("domain", registered.consumer().domain().value());
        properties.put("purpose", registered.purpose());
        properties.put("registeredAt", time(registered.registeredAt()));
        properties.put("retiredAt", null);
        yield List.of(
            new ConsumerFacts(
                registered.consumer().value(),
                registered.registeredAt(),
                sequence,
                properties,
                registered.reads().stream()
                    .map(read -> new Read(read.contract(), read.fields()))
                    .toList()));
      }
      case ConsumerRetired retired ->
          List.of(
              new ConsumerFacts(
                  retired.consumer().value(),
                  retired.retiredAt(),
                  sequence,
                  Map.of("retiredAt", time(retired.retiredAt())),
                  List.of()));
    };
  }

  static List<LineageChange> of(ContractEvent event, long sequence) {
    return switch (event) {
      case ContractVersionPublished published -> List.of(publication(published, sequence));
      case ContractVersionRejected _, ContractAssessed _ -> List.of();
      case ContractVersionDeprecated deprecated -> {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("successor", deprecated.successor());
        properties.put("supportedUntil", time(deprecated.supportedUntil()));
        yield List.of(
            new VersionFate(
                deprecated.contract(), deprecated.version(), sequence, properties, null));
      }
      case ContractSupportExtended extended -> {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("supportedUntil", time(extended.supportedUntil()));
        yield List.of(
            new VersionFate(extended.contract(), extended.version(), sequence, properties, null));
      }
      case ContractVersionRetired retired -> {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("retiredAt", time(retired.retiredAt()));
        yield List.of(
            new VersionFate(
                retired.contract(), retired.version(), sequence, properties, retired.retiredAt()));
      }
    };
  }

  /** An instant as the graph keeps it. */
  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Publication publication(ContractVersionPublished event, long sequence) {
    ContractOutline outline = event.outline();
    Map<String, @Nullable Object> version = new HashMap<>();
    version.put("contract", event.contract().value());
    version.put("version", event.version());
    version.put("digest", event.digest());
    version.put("publishedAt", time(event.publishedAt()));
    Set<FieldSource> sources = new LinkedHashSet<>();
    List<FieldFacts> fields = fields(event.contract(), outline.objects(), sources);
    return new Publication(
        event.contract(),
        event.version(),
        event.publishedAt(),
        sequence,
        contractProperties(event, outline),
        version,
        upstream(event, sources),
        fields,
        List.copyOf(sources),
        outline.objects().stream()
            .flatMap(object ->
                object.datasets().stream().map(dataset -> new Store(object.name(), dataset)))
            .distinct()
            .toList());
  }

  /**
   * The contracts that it names as a whole, and those of the fields that its fields derive from.
   */
  private static List<ContractId> upstream(
      ContractVersionPublished event, Set<FieldSource> sources) {
    return Stream.concat(
            Declared.upstream(event.contract(), event.outline().upstream()),
            sources.stream()
                .map(FieldSource::sourceContract)
                .filter(source -> !source.equals(event.contract())))
        .distinct()
        .toList();
  }

  private static Map<String, @Nullable Object> contractProperties(
      ContractVersionPublished event, ContractOutline outline) {
    List<@Nullable String> names = new ArrayList<>();
    List<@Nullable String> texts = new ArrayList<>();
    texts.add(outline.purpose());
    for (ObjectOutline object : outline.objects()) {
      names.add(object.name());
      names.add(object.physicalName());
      texts.add(object.description());
      for (FieldOutline field : object.fields()) {
        names.add(field.path());
        names.add(field.semanticType());
        texts.add(field.description());
      }
    }
    List<@Nullable String> title = new ArrayList<>();
    title.add(outline.name());
    title.add(event.contract().value());
    Map<String, @Nullable Object> properties = new HashMap<>();
    properties.put("name", outline.name());
    properties.put("purpose", outline.purpose());
    properties.put("version", event.version());
    properties.put("tags", outline.tags());
    properties.put(Graph.SEARCH_NAME, Words.joined(title));
    properties.put(Graph.SEARCH_TAGS, Words.joined(outline.tags()));
    properties.put(Graph.SEARCH_FIELDS, Words.joined(names));
    properties.put(Graph.SEARCH_TEXT, Words.joined(texts));
    properties.put(Graph.SHELF, shelf(event, outline));
    return properties;
  }

  /** Keys of the facets that the contract puts its product under, each once, sorted. */
  private static List<String> shelf(ContractVersionPublished event, ContractOutline outline) {
    Set<String> keys = new TreeSet<>();
    keys.add(Graph.facetKey(Graph.FACET_DOMAIN, event.contract().product().domain().value()));
    for (ObjectOutline object : outline.objects()) {
      for (FieldOutline field : object.fields()) {
        String classification = field.classification();
        if (classification != null) {
          keys.add(
              Graph.facetKey(Graph.FACET_CLASSIFICATION, classification.toLowerCase(Locale.ROOT)));
        }
        String semanticType = field.semanticType();
        if (semanticType != null) {
          keys.add(Graph.facetKey(Graph.FACET_SEMANTIC_TYPE, semanticType));
        }
      }
    }
    return List.copyOf(keys);
  }

  private static List<FieldFacts> fields(
      ContractId contract, List<ObjectOutline> objects, Set<FieldSource> sources) {
    Map<String, FieldFacts> fields = new LinkedHashMap<>();
    for (ObjectOutline object : objects) {
      for (FieldOutline field : object.fields()) {
        String key = FieldKey.of(contract, object.name(), field.path()).toString();
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("path", object.name() + "." + field.path());
        properties.put("physicalName", field.physicalName());
        properties.put("logicalType", field.logicalType());
        properties.put("semanticType", field.semanticType());
        properties.put("classification", field.classification());
        properties.put("required", field.required());
        fields.put(key, new FieldFacts(key, properties));
        field.sources().stream()
            .flatMap(source -> FieldKey.parse(source).stream())
            .map(source -> new FieldSource(key, source.toString()))
            .filter(edge -> !edge.field().equals(edge.source()))
            .forEach(sources::add);
      }
    }
    return List.copyOf(fields.values());
  }
}
