package io.concordat.results;

import io.concordat.contract.commitment.Commitment;
import io.concordat.contract.commitment.CommitmentKind;
import io.concordat.contract.commitment.NamedCommitment;
import io.concordat.contract.dataset.DatasetNames;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.messages.mesh.DatasetName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What results may be about in one version of a contract.
 *
 * @param contract its id
 * @param promises those that can be held against observations
 */
public record ContractTarget(
    String contract, String version, List<ObjectTarget> objects, List<Promise> promises) {

  public ContractTarget {
    objects = List.copyOf(objects);
    promises = List.copyOf(promises);
  }

  /**
   * A table or the like.
   *
   * @param datasets its names in lineage events
   * @param paths its names, from the outermost to its own, lower case: of its servers, or else as
   *     the document has it
   * @param words its bare names, lower case
   * @param fields paths of its fields by what they and their columns are called, lower case
   */
  record ObjectTarget(
      String name,
      List<DatasetName> datasets,
      List<List<String>> paths,
      List<String> words,
      Map<String, String> fields) {

    ObjectTarget {
      datasets = List.copyOf(datasets);
      paths = List.copyOf(paths);
      words = List.copyOf(words);
      fields = Map.copyOf(fields);
    }
  }

  /**
   * A promise.
   *
   * @param name as observations name it
   * @param rules what its rule is called, lower case: name, id
   * @param element object, or object and field with a dot between; null for the whole contract
   * @param unit of its threshold; empty where it has none
   */
  record Promise(
      String name, CommitmentKind kind, List<String> rules, @Nullable String element, String unit) {

    Promise {
      rules = List.copyOf(rules);
    }
  }

  /** The unit that a promise is held in; empty where it has no threshold. */
  String unit(String promise) {
    return promises.stream()
        .filter(each -> each.name().equals(promise))
        .map(Promise::unit)
        .findFirst()
        .orElse("");
  }

  /** Reads a document. */
  public static ContractTarget of(OdcsContract contract) {
    List<ObjectTarget> objects =
        contract.objects().stream().map(object -> object(contract, object)).toList();
    List<Promise> promises =
        NamedCommitment.of(contract).stream()
            .filter(named -> !(named.commitment() instanceof Commitment.Dated))
            .map(ContractTarget::promise)
            .toList();
    return new ContractTarget(contract.id(), contract.version().toString(), objects, promises);
  }

  private static ObjectTarget object(OdcsContract contract, SchemaObject object) {
    List<DatasetName> datasets = DatasetNames.of(contract, object);
    List<List<String>> paths =
        Stream.concat(
                datasets.stream().map(DatasetName::name),
                datasets.isEmpty() ? names(object) : Stream.empty())
            .map(ContractTarget::parts)
            .distinct()
            .toList();
    List<String> words =
        names(object).map(ContractTarget::parts).map(List::getLast).distinct().toList();
    Map<String, String> fields = new HashMap<>();
    object.properties().forEach(property -> field(property, "", "", fields));
    return new ObjectTarget(object.name(), datasets, paths, words, fields);
  }

  private static Stream<String> names(SchemaObject object) {
    String physical = object.physicalName();
    return physical == null || physical.isBlank()
        ? Stream.of(object.name())
        : Stream.of(physical, object.name());
  }

  private static void field(
      Property property, String path, String column, Map<String, String> fields) {
    String own = path + property.name();
    String physical = property.physicalName();
    String stored = column + (physical == null ? property.name() : physical);
    // What is stored under a name goes before what is only called so.
    fields.put(stored.toLowerCase(Locale.ROOT), own);
    fields.putIfAbsent(own.toLowerCase(Locale.ROOT), own);
    property.properties().forEach(child -> field(child, own + ".", stored + ".", fields));
  }

  private static Promise promise(NamedCommitment named) {
    List<String> rules = new ArrayList<>();
    Stream.of(named.rule(), named.ruleId())
        .forEach(rule -> {
          if (rule != null && !rules.contains(rule.toLowerCase(Locale.ROOT))) {
            rules.add(rule.toLowerCase(Locale.ROOT));
          }
        });
    return new Promise(
        named.name(),
        named.commitment().kind(),
        rules,
        named.commitment().element(),
        named.commitment() instanceof Commitment.Measured measured ? measured.unit() : "");
  }

  /** Parts of a qualified name, lower case; a path of files is one part. */
  static List<String> parts(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("/")
        ? List.of(lower)
        : Arrays.stream(lower.split("\\.", -1)).map(ContractTarget::bare).toList();
  }

  private static String bare(String part) {
    String plain = part.strip();
    boolean quoted =
        plain.length() > 2
            && (plain.startsWith("\"") && plain.endsWith("\"")
                || plain.startsWith("`") && plain.endsWith("`"));
    return quoted ? plain.substring(1, plain.length() - 1) : plain;
  }
}
