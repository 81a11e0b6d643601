package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.AffectedKind;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ImpactLevel;
import io.concordat.messages.migration.AffectedElements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A change on its way through the lineage, one step at a time; the one walk by which it is told who
 * is affected, why, and who reads a contract.
 *
 * <p>Two things are followed. Fields that surely change: a field that derives from one of them
 * changes as well. And contracts of which anything may change: those that derive from a changed one
 * without saying by which fields, and all that derives from such. Each field and each contract is
 * followed once, at its least distance, so that neither diamonds nor cycles make work. A step asks
 * the graph one question.
 *
 * <p>Not thread safe.
 */
final class ImpactWalk {

  private static final char HASH = '#';

  /** From more contracts than these it is not looked ahead: what follows from them overlaps. */
  private static final int MOST_STARTS = 4;

  private final Moment moment;
  private final @Nullable Trace trace;
  private final @Nullable ObservedWalk observed;
  private final Set<String> roots;
  private final Map<String, Reached> reached = new HashMap<>();
  private final Map<String, KnownContract> known = new HashMap<>();
  private final Set<String> keys = new HashSet<>();
  private int depth;
  private int ahead;
  private boolean all;
  private Set<String> wholeNow = Set.of();

  private Set<String> whole = new LinkedHashSet<>();
  private Set<String> touched = new LinkedHashSet<>();
  private Set<String> changed = new LinkedHashSet<>();

  /**
   * A consumer, and what it reads.
   *
   * @param fields as {@code object.field}; empty for all
   */
  record Reader(String id, String name, ConsumerKind kind, List<String> fields) {}

  /** What a change reached. */
  static final class Reached {
    private final String id;
    private final int depth;
    private final Set<String> fields = new TreeSet<>();
    private @Nullable Reader reader;
    private boolean perhaps;

    private Reached(String id, int depth) {
      this.id = id;
      this.depth = depth;
    }

    String id() {
      return id;
    }

    /** Steps from what changed. */
    int depth() {
      return depth;
    }

    /** As {@code object.field}, sorted; empty where it is not known that a field changes. */
    List<String> fields() {
      return List.copyOf(fields);
    }

    ImpactLevel level() {
      return fields.isEmpty() ? ImpactLevel.PRODUCT : ImpactLevel.FIELD;
    }

    AffectedKind kind() {
      if (reader != null) {
        return AffectedKind.CONSUMER;
      }
      return ObservedWalk.isDataset(id) ? AffectedKind.DATASET : AffectedKind.CONTRACT;
    }

    /** The consumer that it is; null for a contract or dataset. */
    @Nullable Reader reader() {
      return reader;
    }
  }

  /**
   * Begins where something changes.
   *
   * @param roots ids of the contracts that change, or of a dataset that no contract stands for
   * @param fields of the one contract, as {@code object.field}; empty for all of them
   * @param trace told where each step comes from; null where nobody asks
   * @param alsoObserved whether what jobs were seen to do is followed besides what is declared
   * @param ahead how many steps the walk will surely take if it can, so that what they come by may
   *     be asked for at once; 0 where that is not known
   */
  ImpactWalk(
      Moment moment,
      Collection<String> roots,
      List<String> fields,
      @Nullable Trace trace,
      boolean alsoObserved,
      int ahead) {
    this.moment = moment;
    this.ahead = ahead;
    this.trace = trace;
    this.observed = alsoObserved ? new ObservedWalk(moment, new Following()) : null;
    this.roots = Set.copyOf(roots);
    this.all = fields.isEmpty();
    for (String root : roots) {
      touched.add(root);
      Reached state = reached.computeIfAbsent(root, id -> new Reached(id, 0));
      if (all) {
        changed.add(root + HASH);
      }
      for (String field : fields) {
        state.fields.add(field);
        keys.add(root + HASH + field);
        changed.add(root + HASH + field);
      }
    }
  }

  /** All that was reached so far, but for what changed at first; in no order. */
  List<Reached> found() {
    return reached.values().stream().filter(each -> !roots.contains(each.id)).toList();
  }

  /** How many were reached so far. */
  int size() {
    return reached.size() - roots.size();
  }

  /** What became of one; null where the change has not reached it. */
  @Nullable Reached at(String id) {
    return roots.contains(id) ? null : reached.get(id);
  }

  /** How many steps were taken. */
  int depth() {
    return depth;
  }

  /**
   * Goes one step further.
   *
   * @return false where there is nowhere to go
   */
  boolean step() {
    if (whole.isEmpty() && touched.isEmpty() && changed.isEmpty()) {
      return false;
    }
    depth++;
    Set<String> nowWhole = whole;
    Set<String> nowTouched = touched;
    Set<String> nowChanged = changed;
    whole = new LinkedHashSet<>();
    touched = new LinkedHashSet<>();
    changed = new LinkedHashSet<>();
    Set<String> ports = new LinkedHashSet<>();
    Map<String, List<String>> within = all ? Map.of() : within(nowChanged);
    wholeNow = nowWhole;
    lookAhead(nowWhole, nowTouched);
    List<String> asked =
        contracts(nowWhole, nowTouched).filter(id -> !known.containsKey(id)).toList();
    List<Map<String, String>> beneath = beneath(nowChanged);
    if (!asked.isEmpty() || !beneath.isEmpty()) {
      moment
          .run(
              trace == null ? ImpactStatements.STEP : ImpactStatements.TRACED_STEP,
              Map.of(
                  "contracts",
                  asked,
                  "stored",
                  observed != null,
                  "exact",
                  List.copyOf(within.keySet()),
                  "beneath",
                  beneath))
          .forEachRemaining(row -> {
            if (row.get("field").isNull()) {
              know(row);
            } else {
              followField(row, within);
            }
          });
    }
    contracts(nowWhole, nowTouched).forEach(contract -> follow(contract, ports));
    if (!ports.isEmpty()) {
      moment
          .run(
              ImpactStatements.PORTS,
              Map.of(
                  "ports",
                  List.copyOf(ports),
                  "changed",
                  Stream.concat(nowWhole.stream(), nowTouched.stream()).toList()))
          .forEachRemaining(row ->
              perhaps(row.get("reader").asString(), row.get("contract").asString(), nowWhole));
    }
    if (observed != null) {
      observed.step(nowWhole, nowChanged, all);
    }
    consumers(nowWhole, nowTouched, nowChanged);
    touched.removeIf(contract -> state(contract).perhaps);
    all = false;
    return true;
  }

  /** The contracts that may change, each once; a dataset is none. */
  private static Stream<String> contracts(Set<String> nowWhole, Set<String> nowTouched) {
    return Stream.concat(nowWhole.stream(), nowTouched.stream())
        .distinct()
        .filter(id -> !ObservedWalk.isDataset(id));
  }

  /**
   * Asks for all that derives from a few contracts at once, where the walk will come by nearly all
   * of it: from those of which anything may change, and from the first, where all its fields do.
   */
  private void lookAhead(Set<String> nowWhole, Set<String> nowTouched) {
    Set<String> starts = all ? nowTouched : nowWhole;
    if (depth < ahead && !starts.isEmpty() && starts.size() <= MOST_STARTS) {
      moment
          .run(
              ImpactStatements.downstream(ahead - depth + 1),
              Map.of("contracts", List.copyOf(starts), "stored", observed != null))
          .forEachRemaining(this::know);
      ahead = 0;
    }
  }

  private void know(Record row) {
    KnownContract contract = KnownContract.of(row);
    if (known.putIfAbsent(contract.id(), contract) == null && observed != null) {
      contract
          .stores()
          .forEach(store -> observed.stored(contract.id(), store.dataset(), store.object()));
    }
  }

  private void follow(String id, Set<String> ports) {
    KnownContract contract = known.get(id);
    if (contract == null) {
      return;
    }
    if (wholeNow.contains(id)) {
      contract.byField().forEach(reader -> perhaps(reader, id, wholeNow));
    }
    for (String reader : contract.asWhole()) {
      if (reader.indexOf('/') == reader.lastIndexOf('/')) {
        ports.add(reader);
      } else {
        perhaps(reader, id, wholeNow);
      }
    }
  }

  private void followField(Record row, Map<String, List<String>> within) {
    String reader = row.get("field").asString();
    change(reader);
    if (trace != null) {
      String from = row.get("from").asString();
      String source = row.get("source").asString();
      List<String> itself = List.of(from);
      for (String key : source.equals(from) ? within.getOrDefault(from, itself) : itself) {
        trace.field(key, source, reader, depth);
      }
    }
  }

  /** Name of a contract that a step went on from, or of a dataset that was reached; else null. */
  @Nullable String name(String id) {
    if (observed != null && ObservedWalk.isDataset(id)) {
      return observed.name(id);
    }
    KnownContract contract = known.get(id);
    return contract == null ? null : contract.name();
  }

  /** What follows from what jobs were seen to do. */
  private final class Following implements ObservedWalk.Listener {

    @Override
    public void changes(String source, String part, String key) {
      change(key);
      if (trace != null) {
        trace.field(source, part, key, depth);
      }
    }

    @Override
    public void mayChange(String from, String id) {
      perhaps(id, from, wholeNow);
    }
  }

  private void change(String key) {
    if (keys.add(key)) {
      int hash = key.indexOf(HASH);
      Reached contract = state(key.substring(0, hash));
      if (contract.fields.isEmpty() && !contract.perhaps) {
        touched.add(contract.id);
      }
      contract.fields.add(key.substring(hash + 1));
      changed.add(key);
    }
  }

  private void perhaps(String id, String from, Set<String> nowWhole) {
    Reached contract = state(id);
    if (!contract.perhaps) {
      contract.perhaps = true;
      whole.add(id);
    }
    if (trace != null) {
      trace.contract(from, nowWhole.contains(from), id, depth);
    }
  }

  private void consumers(Set<String> nowWhole, Set<String> nowTouched, Set<String> nowChanged) {
    Set<String> contracts = new LinkedHashSet<>(nowWhole);
    contracts.addAll(nowTouched);
    nowChanged.forEach(key -> contracts.add(key.substring(0, key.indexOf(HASH))));
    for (String contract : contracts) {
      KnownContract read = known.get(contract);
      if (read != null && !read.consumers().isEmpty()) {
        Reached change = state(contract);
        boolean everything = all && change.depth == 0;
        AffectedElements sure =
            new AffectedElements(everything, everything ? List.of() : change.fields());
        read.consumers().forEach(reader -> consumer(reader, contract, change.perhaps, sure));
      }
    }
  }

  /** A consumer is affected where it reads of what changes, or does not say what it reads. */
  private void consumer(Reader reader, String contract, boolean perhaps, AffectedElements sure) {
    List<String> fields =
        reader.fields().stream()
            .filter(field -> sure.touchedBy(List.of(field)).isPresent())
            .toList();
    if (!perhaps && fields.isEmpty() && !reader.fields().isEmpty()) {
      return;
    }
    Reached state = state(reader.id());
    state.reader = reader;
    state.fields.addAll(fields);
    if (trace != null) {
      trace.consumer(contract, perhaps, sure, fields, reader.id(), depth);
    }
  }

  private Reached state(String id) {
    return reached.computeIfAbsent(id, each -> new Reached(each, depth));
  }

  /** What the keys of the parts of fields begin with, each with the key of its field. */
  private List<Map<String, String>> beneath(Set<String> changed) {
    return changed.stream()
        .flatMap(key -> all ? Stream.of(key) : Stream.of(key + ".", key + "["))
        .map(prefix ->
            Map.of(
                "prefix", prefix, "key", all ? prefix : prefix.substring(0, prefix.length() - 1)))
        .toList();
  }

  /** Keys, and what they are part of, each with the keys that are it or a part of it. */
  private static Map<String, List<String>> within(Set<String> changed) {
    Map<String, List<String>> within = new HashMap<>();
    for (String key : changed) {
      within.computeIfAbsent(key, _ -> new ArrayList<>()).add(key);
      for (int end = key.length() - 1; key.charAt(end) != HASH; end--) {
        char next = key.charAt(end);
        if (next == '.' || next == '[') {
          within.computeIfAbsent(key.substring(0, end), _ -> new ArrayList<>()).add(key);
        }
      }
    }
    return within;
  }
}
