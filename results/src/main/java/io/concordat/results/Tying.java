package io.concordat.results;

import io.concordat.contract.commitment.CommitmentKind;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.ContractTarget.ObjectTarget;
import io.concordat.results.ContractTarget.Promise;
import io.concordat.results.Problem.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ties results to promises, by one rule.
 *
 * <p>The contract: the one that the result names; else the one whose object stores the dataset. A
 * name of lineage must be equal; of other names the parts that both have must be equal, from the
 * last on and in any case of letters, and the object that shares most parts is meant. Objects of
 * several contracts that share as many are ambiguous.
 *
 * <p>The promise: the one that the result names; else the one whose rule is called as the check is;
 * else the only one of the kind that the check looks at, of its column or object.
 *
 * <p>Safe for many threads.
 */
public final class Tying {

  private final Map<String, List<ContractTarget>> contracts = new HashMap<>();
  private final Map<DatasetName, List<Stored>> byDataset = new HashMap<>();
  private final Map<String, List<Stored>> byWord = new HashMap<>();

  private record Stored(ContractTarget target, ObjectTarget object) {}

  /**
   * Versions of a contract that a result may be about; the object is null where it is not known.
   */
  private record Found(List<Stored> stored, List<ContractTarget> targets, boolean everyVersion) {}

  /** What became of a result. */
  public sealed interface Tied {

    /** It is an observation. */
    record To(Observed observed) implements Tied {}

    /** It is about nothing that is promised. */
    record ToNothing(Problem problem) implements Tied {}
  }

  /** A result cannot be tied; carries why. */
  private static final class Loose extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final String suggestion;

    Loose(Code code, String message, String suggestion) {
      super(message, null, false, false);
      this.code = code;
      this.suggestion = suggestion;
    }
  }

  /** Ties to the given versions: all that are served. */
  public Tying(List<ContractTarget> served) {
    for (ContractTarget target : served) {
      contracts.computeIfAbsent(target.contract(), _ -> new ArrayList<>()).add(target);
      for (ObjectTarget object : target.objects()) {
        Stored stored = new Stored(target, object);
        object.datasets().forEach(name -> add(byDataset, name, stored));
        object.paths().forEach(path -> add(byWord, path.getLast(), stored));
        object.words().forEach(word -> add(byWord, word, stored));
      }
    }
  }

  private static <K> void add(Map<K, List<Stored>> index, K key, Stored stored) {
    List<Stored> list = index.computeIfAbsent(key, _ -> new ArrayList<>());
    if (!list.contains(stored)) {
      list.add(stored);
    }
  }

  /** Ties one result. */
  public Tied tie(CheckResult result) {
    try {
      if (result.finding() instanceof Finding.NotJudged(String reason)) {
        throw new Loose(Code.RESULT_NOT_JUDGED, "It says nothing: " + reason, "");
      }
      return new Tied.To(tied(result));
    } catch (Loose loose) {
      return new Tied.ToNothing(
          new Problem(
              loose.code,
              result.spoken() + ": " + loose.getMessage(),
              loose.suggestion,
              result.place()));
    }
  }

  private Observed tied(CheckResult result) {
    Found found = found(result);
    Map<String, String> byVersion = new LinkedHashMap<>();
    @Nullable Loose first = null;
    for (ContractTarget target : found.targets()) {
      List<ObjectTarget> objects =
          found.stored().stream()
              .filter(stored -> stored.target() == target)
              .map(Stored::object)
              .toList();
      try {
        byVersion.put(target.version(), promise(result, target, objects));
      } catch (Loose loose) {
        first = first == null ? loose : first;
      }
    }
    if (byVersion.isEmpty()) {
      throw Objects.requireNonNull(first);
    }
    // The promise of the latest version is meant; where versions store apart, only of that one.
    Map.Entry<String, String> last = Map.entry("", "");
    for (Map.Entry<String, String> each : byVersion.entrySet()) {
      last = each;
    }
    String latest = last.getKey();
    ContractTarget target =
        found.targets().stream()
            .filter(each -> each.version().equals(latest))
            .findFirst()
            .orElseThrow();
    String named = result.version();
    String version = named != null ? named : found.everyVersion() ? null : last.getKey();
    return new Observed(
        result.id(),
        found.targets().getFirst().contract(),
        version,
        last.getValue(),
        result.producer(),
        result.observedAt(),
        measured(result.finding(), target.unit(last.getValue())),
        result);
  }

  /** What was counted becomes a measure in the unit of the promise. */
  private static Finding measured(Finding finding, String unit) {
    if (!(finding instanceof Finding.Counted(double bad, Double all))) {
      return finding;
    }
    if (!unit.equals("percent")) {
      return new Finding.Measured(bad, "rows");
    }
    if (all == null || all <= 0) {
      throw new Loose(
          Code.RESULT_NOT_JUDGED, "It does not say of how many, and the promise is a share.", "");
    }
    return new Finding.Measured(100 * bad / all, "percent");
  }

  private Found found(CheckResult result) {
    String contract = result.contract();
    if (contract != null) {
      List<ContractTarget> versions =
          contracts.getOrDefault(contract, List.of()).stream()
              .filter(
                  target -> result.version() == null || target.version().equals(result.version()))
              .toList();
      if (versions.isEmpty()) {
        throw new Loose(
            Code.RESULT_CONTRACT_UNKNOWN,
            "No contract "
                + contract
                + (result.version() == null ? "" : " " + result.version())
                + " is served.",
            similar(contract));
      }
      List<Stored> stored = named(result, versions.stream().flatMap(Tying::objects).toList());
      return new Found(stored, versions, true);
    }
    List<Stored> stored = stored(result);
    List<ContractTarget> targets = stored.stream().map(Stored::target).distinct().toList();
    String id = targets.getFirst().contract();
    if (targets.stream().anyMatch(target -> !target.contract().equals(id))) {
      throw new Loose(
          Code.RESULT_DATASET_AMBIGUOUS,
          "Several contracts are about it: " + ids(targets) + ".",
          "Name one of them.");
    }
    int served = contracts.getOrDefault(id, List.of()).size();
    return new Found(stored, targets, targets.size() == served);
  }

  private static java.util.stream.Stream<Stored> objects(ContractTarget target) {
    return target.objects().stream().map(object -> new Stored(target, object));
  }

  /**
   * Objects of a named contract that the result may be about; empty where it names none of them.
   */
  private static List<Stored> named(CheckResult result, List<Stored> objects) {
    DatasetName exact = result.exact();
    if (exact != null) {
      return objects.stream().filter(stored -> stored.object().datasets().contains(exact)).toList();
    }
    if (result.dataset().isEmpty()) {
      return List.of();
    }
    List<String> parts = lower(result.dataset());
    String word = parts.getLast();
    List<Stored> found =
        objects.stream()
            .filter(stored ->
                stored.object().words().contains(word)
                    || stored.object().paths().stream()
                        .anyMatch(path -> path.getLast().equals(word)))
            .toList();
    if (found.isEmpty()) {
      throw new Loose(
          Code.RESULT_DATASET_UNKNOWN,
          "The contract has no object of this name.",
          "It has: "
              + objects.stream()
                  .map(stored -> stored.object().name())
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return found;
  }

  private List<Stored> stored(CheckResult result) {
    DatasetName exact = result.exact();
    if (exact != null) {
      List<Stored> stored = byDataset.getOrDefault(exact, List.of());
      if (stored.isEmpty()) {
        throw new Loose(
            Code.RESULT_DATASET_UNKNOWN, "No served contract stores its data there.", "");
      }
      return stored;
    }
    if (result.dataset().isEmpty()) {
      throw new Loose(
          Code.RESULT_DATASET_MISSING,
          "It does not say what it looked at.",
          "For dbt, give the manifest; else name the contract.");
    }
    List<String> parts = lower(result.dataset());
    List<Stored> candidates = byWord.getOrDefault(parts.getLast(), List.of());
    List<Stored> best = new ArrayList<>();
    int most = 0;
    for (Stored stored : candidates) {
      int shared = shared(stored.object(), parts);
      if (shared > most) {
        best.clear();
        most = shared;
      }
      if (shared > 0 && shared == most) {
        best.add(stored);
      }
    }
    if (best.isEmpty()) {
      throw new Loose(
          Code.RESULT_DATASET_UNKNOWN,
          "No served contract stores its data there.",
          candidates.isEmpty()
              ? ""
              : "A table of this name, elsewhere, belongs to "
                  + ids(candidates.stream().map(Stored::target).toList())
                  + "; name the contract if it is meant.");
    }
    return best;
  }

  /** How many parts an object's name shares with the given one, from the last on. */
  private static int shared(ObjectTarget object, List<String> parts) {
    int most = parts.size() == 1 && object.words().contains(parts.getFirst()) ? 1 : 0;
    for (List<String> path : object.paths()) {
      int common = Math.min(path.size(), parts.size());
      boolean equal =
          path.subList(path.size() - common, path.size())
              .equals(parts.subList(parts.size() - common, parts.size()));
      most = equal ? Math.max(most, common) : most;
    }
    return most;
  }

  private static String promise(
      CheckResult result, ContractTarget target, List<ObjectTarget> objects) {
    String wanted = result.commitment();
    if (wanted != null) {
      if (target.promises().stream().noneMatch(promise -> promise.name().equals(wanted))) {
        throw new Loose(
            Code.RESULT_PROMISE_UNKNOWN,
            target.contract() + " does not promise " + wanted + ".",
            offered(target, _ -> true));
      }
      return wanted;
    }
    List<String> elements = elements(result, target, objects);
    List<String> names = lower(result.names());
    List<Promise> ruled =
        target.promises().stream()
            .filter(promise -> promise.rules().stream().anyMatch(names::contains))
            .filter(promise -> isAbout(promise, objects))
            .toList();
    if (!ruled.isEmpty()) {
      return only(ruled, elements, target);
    }
    for (CommitmentKind kind : CheckKinds.of(result.check())) {
      List<Promise> found =
          target.promises().stream()
              .filter(promise -> promise.kind() == kind && fits(promise, elements, objects))
              .toList();
      if (!found.isEmpty()) {
        return only(found, elements, target);
      }
    }
    throw new Loose(
        Code.RESULT_PROMISE_UNKNOWN,
        target.contract() + " promises nothing that this check looks at.",
        offered(target, promise -> isAbout(promise, objects)));
  }

  private static boolean isAbout(Promise promise, List<ObjectTarget> objects) {
    String element = promise.element();
    return element == null
        || objects.isEmpty()
        || objects.stream()
            .anyMatch(
                object -> element.equals(object.name()) || element.startsWith(object.name() + "."));
  }

  /** A freshness may be promised of the whole contract, of an object or of its column of time. */
  private static boolean fits(Promise promise, List<String> elements, List<ObjectTarget> objects) {
    return promise.kind() == CommitmentKind.FRESHNESS
        ? isAbout(promise, objects)
        : promise.element() != null && elements.contains(promise.element());
  }

  /** Elements that the check is about: its column in each of the objects, or these. */
  private static List<String> elements(
      CheckResult result, ContractTarget target, List<ObjectTarget> objects) {
    String column = result.column();
    if (column == null) {
      return objects.stream().map(ObjectTarget::name).toList();
    }
    List<String> found = new ArrayList<>();
    for (ObjectTarget object : objects) {
      String field = object.fields().get(ContractTarget.parts(column).getLast());
      String nested = object.fields().get(column.toLowerCase(Locale.ROOT));
      if (nested != null || field != null) {
        found.add(object.name() + "." + (nested != null ? nested : field));
      }
    }
    if (found.isEmpty() && !objects.isEmpty()) {
      throw new Loose(
          Code.RESULT_COLUMN_UNKNOWN,
          objects.getFirst().name() + " of " + target.contract() + " has no column " + column + ".",
          "");
    }
    return found;
  }

  private static String only(List<Promise> found, List<String> elements, ContractTarget target) {
    List<String> names = found.stream().map(Promise::name).distinct().toList();
    if (names.size() == 1) {
      return names.getFirst();
    }
    List<String> closer =
        found.stream()
            .filter(promise -> elements.contains(promise.element()))
            .map(Promise::name)
            .distinct()
            .toList();
    if (closer.size() == 1) {
      return closer.getFirst();
    }
    throw new Loose(
        Code.RESULT_PROMISE_AMBIGUOUS,
        "Several promises of " + target.contract() + " may be meant.",
        "Name one of " + String.join(", ", names) + ", or call the check as its rule is called.");
  }

  private static String offered(ContractTarget target, Predicate<Promise> wanted) {
    String names =
        target.promises().stream()
            .filter(wanted)
            .map(Promise::name)
            .distinct()
            .limit(10)
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "It promises nothing of it."
        : "It promises "
            + names
            + ". Add a rule to the contract, or call the check as the rule is called.";
  }

  private String similar(String contract) {
    String last = contract.substring(contract.lastIndexOf('/') + 1);
    String ids =
        contracts.keySet().stream()
            .filter(id -> id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(last))
            .sorted()
            .limit(5)
            .collect(Collectors.joining(", "));
    return ids.isEmpty() ? "" : "Perhaps " + ids + "?";
  }

  private static String ids(List<ContractTarget> targets) {
    return String.join(
        ", ", new TreeSet<>(targets.stream().map(ContractTarget::contract).toList()));
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
