package io.concordat.observation.evaluation.fold;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Course;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The log of observations folded, row by row: the same rows and promises give the same state and
 * tell the same.
 *
 * <p>Not thread safe.
 */
public final class ObservationFold {

  /** How many parts the state has; each is saved alone. */
  public static final int PAGES = 256;

  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** So long after its end an hour takes what belongs to it. */
  private static final long CLOSES_AFTER = Duration.ofMinutes(15).toMillis();

  /**
   * Where ticks stay away for longer, the service was away: producers could not be heard, and are
   * given as long again.
   */
  private static final long AWAY = Duration.ofMinutes(2).toMillis();

  private static final long LONGEST_PATIENCE = Duration.ofMinutes(15).toMillis();

  /** Where checks of a commitment are counted. */
  public record TallyKey(ProductId product, String commitment) {}

  final Map<String, ContractFold> contracts = new HashMap<>();
  private final Map<TallyKey, Tally> tallies = new HashMap<>();
  private final Set<TallyKey> counted = new HashSet<>();
  private final Set<Integer> touched = new HashSet<>();

  /** How often the two were taken. */
  private long takes;

  private final Told told;
  private Promises promises;
  private Moments moments;

  /**
   * Moments that the fold goes by, milliseconds since 1970 UTC.
   *
   * @param openFrom start of the earliest open hour
   * @param tick the latest tick
   * @param patientUntil silence is not looked for before
   */
  public record Moments(long openFrom, long tick, long patientUntil) {

    /** Before the first row. */
    public static final Moments BEGINNING =
        new Moments(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);
  }

  /** Before its first row, or before its saved state is restored. */
  public ObservationFold(Promises promises, Moments moments, Told told) {
    this.promises = promises;
    this.moments = moments;
    this.told = told;
  }

  /** The moments as they are now. */
  public Moments moments() {
    return moments;
  }

  /**
   * Folds an observation that was admitted.
   *
   * @param position of its row
   * @param now when its row was accepted, milliseconds since 1970 UTC
   * @param sender producer of those that name none
   */
  public void observe(long position, long now, Observation observation, String sender) {
    String producer = observation.producer() == null ? sender : observation.producer();
    ContractFold contract = contract(observation.contract());
    if (contract == null) {
      told.aside(observation, producer, ObservationFault.OBSERVATION_CONTRACT_UNKNOWN, now);
      return;
    }
    String version = observation.version();
    if (version != null) {
      Map<String, Map<String, Promised>> one = contract.only(version);
      if (one == null) {
        told.aside(observation, producer, ObservationFault.OBSERVATION_VERSION_UNKNOWN, now);
        return;
      }
      held(position, now, observation, producer, contract, one);
    } else {
      held(position, now, observation, producer, contract, contract.served);
    }
  }

  private void held(
      long position,
      long now,
      Observation observation,
      String producer,
      ContractFold contract,
      Map<String, Map<String, Promised>> versions) {
    String name = observation.commitment();
    boolean known = false;
    ObservationFault fault = null;
    boolean taken = false;
    for (var version : versions.entrySet()) {
      Promised promised = version.getValue().get(name);
      if (promised != null) {
        known = true;
        CommitmentFold commitment = commitment(contract, name);
        boolean before = commitment.isBroken();
        ObservationFault refused =
            commitment.observe(
                version.getKey(), promised, contract.open(promised), producer, observation, now);
        taken |= refused == null;
        fault = refused == null ? fault : refused;
        turn(
            observation.contract(),
            name,
            commitment,
            before,
            position,
            now,
            version.getKey(),
            promised,
            Reason.OBSERVED,
            observation.at());
      }
    }
    if (!known) {
      told.aside(observation, producer, ObservationFault.OBSERVATION_COMMITMENT_UNKNOWN, now);
    } else if (!taken) {
      told.aside(observation, producer, Objects.requireNonNull(fault), now);
    }
    if (taken) {
      note(contract, name, observation.contract());
    }
  }

  private void note(ContractFold contract, String name, String id) {
    CommitmentFold commitment = commitment(contract, name);
    if (commitment.notedIn != takes) {
      commitment.notedIn = takes;
      counted.add(new TallyKey(contract.product, name));
      touched.add(pageOf(id));
    }
  }

  /**
   * Goes by what is promised from here on. Promises of before are passed over.
   *
   * @param position of the row that brings it
   * @param now its time, milliseconds since 1970 UTC
   */
  public void promise(long position, long now, Promises current) {
    if (current.asOf() <= promises.asOf()) {
      return;
    }
    promises = current;
    contracts.forEach((id, contract) -> {
      refresh(id, contract);
      contract.commitments.forEach((name, commitment) -> {
        boolean before = commitment.isBroken();
        if (commitment.keepOnly(contract.served.keySet())) {
          touched.add(pageOf(id));
        }
        turn(id, name, commitment, before, position, now, null, null, Reason.NOT_SERVED, now);
      });
    });
  }

  /**
   * Folds a tick of the clock.
   *
   * @param position of its row
   * @param now its time, milliseconds since 1970 UTC
   */
  public void tick(long position, long now) {
    long gap = moments.tick() == Long.MIN_VALUE ? 0 : now - moments.tick();
    long patientUntil = gap > AWAY ? now + Math.min(gap, LONGEST_PATIENCE) : moments.patientUntil();
    moments = new Moments(moments.openFrom(), Math.max(now, moments.tick()), patientUntil);
    if (now >= patientUntil) {
      contracts.forEach((id, contract) -> silence(id, contract, position, now));
    }
    close(Math.floorDiv(now - CLOSES_AFTER, HOUR) * HOUR);
  }

  private void silence(String id, ContractFold contract, long position, long now) {
    contract.served.forEach((version, promised) ->
        promised.forEach((name, one) -> {
          CommitmentFold commitment = contract.find(name);
          if (commitment != null) {
            boolean before = commitment.isBroken();
            long since = commitment.due(version, one, contract.open(one), now);
            if (commitment.tick(version, one, contract.open(one), now)) {
              touched.add(pageOf(id));
            }
            turn(id, name, commitment, before, position, now, version, one, Reason.SILENCE, since);
          }
        }));
  }

  private void close(long until) {
    if (until <= moments.openFrom()) {
      return;
    }
    moments = new Moments(until, moments.tick(), moments.patientUntil());
    Map<ProductId, SortedMap<Long, SortedMap<String, Tally.Counts>>> hours = new TreeMap<>();
    tallies.forEach((key, tally) ->
        tally
            .close(until)
            .forEach(hour ->
                hours
                    .computeIfAbsent(key.product(), _ -> new TreeMap<>())
                    .computeIfAbsent(hour.from(), _ -> new TreeMap<>())
                    .put(key.commitment(), hour.counts())));
    hours.forEach(
        (product, byHour) -> byHour.forEach((from, counts) -> told.closed(product, from, counts)));
  }

  private void turn(
      String contract,
      String name,
      CommitmentFold commitment,
      boolean before,
      long position,
      long now,
      @Nullable String version,
      @Nullable Promised promised,
      Reason reason,
      long since) {
    if (before == commitment.isBroken()) {
      return;
    }
    touched.add(pageOf(contract));
    int part = commitment.turnAt(position);
    if (commitment.isBroken()) {
      commitment.incident = IncidentIds.of(contract, name, position, part, now);
    }
    told.turned(
        new Told.Turned(
            contract,
            name,
            position,
            part,
            now,
            Objects.requireNonNull(commitment.incident),
            commitment.isBroken(),
            promised == null ? IncidentSeverity.MEDIUM : promised.severity(),
            reason.told(
                name,
                version,
                commitment.isBroken(),
                promised,
                version == null ? null : commitment.stands.get(version)),
            commitment.isBroken() ? since : null));
  }

  private @Nullable ContractFold contract(String id) {
    ContractFold found = contracts.get(id);
    if (found == null) {
      if (promises.of(id).isEmpty()) {
        return null;
      }
      found = new ContractFold(id);
      contracts.put(id, found);
    }
    if (found.asOf != promises.asOf()) {
      refresh(id, found);
    }
    return found.served.isEmpty() ? null : found;
  }

  private void refresh(String id, ContractFold contract) {
    contract.serve(promises.of(id));
    contract.maintenance = promises.maintenance(contract.product);
    contract.asOf = promises.asOf();
  }

  /**
   * Where all commitments of a contract stand, those that nothing was heard of included; empty
   * where no version is served.
   */
  public List<Stood> stood(String id) {
    ContractFold contract = contract(id);
    List<Stood> found = new ArrayList<>();
    if (contract != null) {
      new TreeMap<>(contract.served)
          .forEach((version, promised) ->
              new TreeMap<>(promised)
                  .forEach(
                      (name, one) -> found.add(stood(version, name, one, contract.find(name)))));
    }
    return found;
  }

  private static Stood stood(
      String version, String name, Promised promised, @Nullable CommitmentFold commitment) {
    Stand stand = commitment == null ? null : commitment.stands.get(version);
    return stand == null
        ? new Stood(version, name, promised, Course.Standing.UNKNOWN, null, null, null)
        : new Stood(version, name, promised, stand.standing, stand.since, stand.at, stand.reading);
  }

  /** The commitment, from its first observation on. */
  CommitmentFold commitment(ContractFold contract, String name) {
    CommitmentFold found = contract.find(name);
    if (found == null) {
      found = new CommitmentFold(tally(new TallyKey(contract.product, name)));
      contract.put(name, found);
    }
    return found;
  }

  /** Takes a saved contract in; null where it is no longer served. */
  @Nullable ContractFold restored(String id) {
    return contract(id);
  }

  /** The counts of a commitment, into which saved ones can be put. */
  public Tally tally(TallyKey key) {
    return tallies.computeIfAbsent(key, _ -> new Tally(moments.openFrom()));
  }

  /** Commitments that were counted since this was asked last. */
  public Set<TallyKey> takeCounted() {
    Set<TallyKey> taken = Set.copyOf(counted);
    counted.clear();
    takes++;
    return taken;
  }

  /** Pages that have changed since this was asked last. */
  public Set<Integer> takeTouched() {
    Set<Integer> taken = Set.copyOf(touched);
    touched.clear();
    takes++;
    return taken;
  }

  /** The page that a contract is on. */
  public static int pageOf(String contract) {
    return Math.floorMod(contract.hashCode(), PAGES);
  }
}
