package io.concordat.server;

import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Mesh;
import io.concordat.sample.mesh.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who is affected by a change, worked out from the documents alone: a second opinion on the graph's
 * answer, which shares no code with it.
 */
final class ReadersByTheDocuments {

  private final Map<String, Contract> contracts = new HashMap<>();
  private final List<Mesh.Consumer> consumers;

  ReadersByTheDocuments(List<ContractDocument> documents, List<Mesh.Consumer> consumers) {
    documents.forEach(document -> contracts.put(document.id(), Contract.read(document)));
    this.consumers = consumers;
  }

  /**
   * The affected dashboards and models as {@code <id> <steps> <fields that they read>}, and {@code
   * <id> <steps> PRODUCT} where it is not known which fields; sorted.
   */
  List<String> dashboardsAndModels(String contract, String field) {
    Map<String, Affected> affected = new HashMap<>();
    affected.put(contract, new Affected(0, Set.of(field), false));
    List<String> last = List.of(contract);
    for (int steps = 1; !last.isEmpty(); steps++) {
      Set<String> next = new HashSet<>();
      for (String upstream : last) {
        Affected changed = affected.get(upstream);
        for (Contract derived : contracts.values()) {
          if (!derived.upstream().contains(upstream)) {
            continue;
          }
          Affected before = affected.get(derived.id());
          Affected now = derived.affected(upstream, changed, steps).with(before);
          if (!now.isEmpty() && !now.equals(before)) {
            affected.put(derived.id(), now);
            next.add(derived.id());
          }
        }
      }
      last = List.copyOf(next);
    }
    return consumers.stream()
        .filter(consumer -> Set.of("DASHBOARD", "MODEL").contains(consumer.kind()))
        .flatMap(consumer -> told(consumer, affected).stream())
        .sorted()
        .toList();
  }

  /** The fields of a contract, as {@code object.field}, sorted. */
  List<String> fields(String contract) {
    return List.copyOf(contracts.get(contract).sources().keySet());
  }

  private static List<String> told(Mesh.Consumer consumer, Map<String, Affected> affected) {
    Affected all = new Affected(Integer.MAX_VALUE, Set.of(), false);
    for (Mesh.Read read : consumer.reads()) {
      Affected changed = affected.get(read.contract());
      if (changed == null) {
        continue;
      }
      Set<String> fields = new HashSet<>();
      for (String field : read.fields()) {
        if (changed.fields().stream().anyMatch(change -> concerns(change, field))) {
          fields.add(field);
        }
      }
      boolean unknown = changed.unknown() || read.fields().isEmpty();
      if (unknown || !fields.isEmpty()) {
        all = new Affected(changed.steps() + 1, fields, unknown).with(all);
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    return List.of(
        consumer.id()
            + " "
            + all.steps()
            + " "
            + (all.fields().isEmpty() ? "PRODUCT" : all.fields().stream().sorted().toList()));
  }

  /** A field changes with its parts, and with what it is part of. */
  private static boolean concerns(String change, String field) {
    return change.equals(field) || isPart(change, field) || isPart(field, change);
  }

  private static boolean isPart(String part, String whole) {
    return part.startsWith(whole + ".") || part.startsWith(whole + "[");
  }

  /**
   * How something is affected.
   *
   * @param fields that change
   * @param unknown whether others may change too
   */
  private record Affected(int steps, Set<String> fields, boolean unknown) {

    boolean isEmpty() {
      return fields.isEmpty() && !unknown;
    }

    Affected with(Affected other) {
      if (other == null) {
        return this;
      }
      Set<String> both = new HashSet<>(fields);
      both.addAll(other.fields);
      return new Affected(Math.min(steps, other.steps), both, unknown || other.unknown);
    }
  }

  /**
   * What a document says of its origins.
   *
   * @param sources by field, references as {@code contract#object.field}
   */
  private record Contract(String id, List<String> upstream, Map<String, List<String>> sources) {

    static Contract read(ContractDocument document) {
      Map<String, List<String>> sources = new TreeMap<>();
      Yaml root = Yaml.read(document.source(), document.text());
      root.list("schema").forEach(object -> fields(object, object.text("name"), sources));
      return new Contract(document.id(), document.upstream(), sources);
    }

    private static void fields(Yaml holder, String path, Map<String, List<String>> sources) {
      for (Yaml field : holder.list("properties")) {
        String name = path + "." + field.text("name");
        sources.put(name, field.texts("transformSourceObjects"));
        fields(field, name, sources);
        if (field.has("items")) {
          fields(field.mapping("items"), name + "[]", sources);
        }
      }
    }

    Affected affected(String from, Affected changed, int steps) {
      List<String> known =
          sources.values().stream()
              .flatMap(List::stream)
              .filter(source -> source.startsWith(from + "#"))
              .toList();
      if (changed.unknown() || known.isEmpty()) {
        return new Affected(steps, Set.of(), true);
      }
      List<String> fields = new ArrayList<>();
      sources.forEach((field, origins) -> {
        Stream<String> names =
            origins.stream()
                .filter(source -> source.startsWith(from + "#"))
                .map(source -> source.substring(from.length() + 1));
        if (names.anyMatch(
            name -> changed.fields().stream().anyMatch(change -> concerns(change, name)))) {
          fields.add(field);
        }
      });
      return new Affected(steps, Set.copyOf(fields), false);
    }
  }
}
