package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries changes of the rules on what was published. Runs belong to one node, and only the latest
 * are kept.
 */
public interface WhatIfDesk {

  /**
   * The change by which a policy comes into the set in force: added, or in place of its old text.
   */
  PolicyChange bringing(Policy policy);

  /**
   * Starts a run.
   *
   * @throws io.concordat.messages.InvalidValue where a policy does not compile, with line and
   *     column
   * @throws io.concordat.messages.decision.CommandRejected {@code WHAT_IF_BUSY} where too many wait
   */
  Run start(PolicyChange change, Span span);

  /** How far a run is; empty where this node has none of that id, or no longer. */
  Optional<Run> run(String id);

  /**
   * Starts a run and waits for its result. Blocks.
   *
   * @throws io.concordat.messages.decision.CommandRejected {@code WHAT_IF_TAKES_LONGER} where it is
   *     not ready within half a minute; it goes on
   */
  Result result(PolicyChange change, Span span);

  /**
   * What a change is tried on besides all versions that are served.
   *
   * @param pastVersions every version that was ever published
   * @param months publications of so many months back, 1 to 120; null for none
   */
  record Span(boolean pastVersions, @Nullable Integer months) {}

  /** Where a run stands. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * A run.
   *
   * @param done contracts that were looked at
   * @param total contracts that there are; null while they are counted
   * @param result null while it runs
   */
  record Run(
      String id,
      State state,
      Instant startedAt,
      int done,
      @Nullable Integer total,
      @Nullable Result result) {}

  /**
   * What a change would do.
   *
   * @param policySet number of the set that it was tried on
   * @param contracts with a version that is served
   * @param failing of them, those with a version that would not ship
   * @param violationCount on versions that are served, warnings too
   * @param violations the first of them, by contract
   * @param byDomain sorted by id, those with a contract
   * @param past null where past versions were not asked for
   * @param months as asked for
   * @param publications within the months
   * @param stoppedCount of them, those that would not have shipped
   * @param stopped the first of them, by contract
   * @param unjudged contracts that could not be judged, with the reason; the first of them
   */
  record Result(
      int policySet,
      int contracts,
      int failing,
      long violationCount,
      List<Found> violations,
      List<OfDomain> byDomain,
      @Nullable Past past,
      @Nullable Integer months,
      int publications,
      int stoppedCount,
      List<Stopped> stopped,
      List<Unjudged> unjudged,
      long milliseconds) {}

  /** One violation on a version. */
  record Found(ContractId contract, String version, Violation violation) {}

  /** One domain's share. */
  record OfDomain(DomainId domain, int contracts, int failing, long violations) {}

  /** Versions that were ever published, and those of them that would not have shipped. */
  record Past(int versions, int failing, long violations) {}

  /** A publication that would not have shipped. */
  record Stopped(ContractId contract, String version, Instant publishedAt, int violations) {}

  /** A contract that could not be judged. */
  record Unjudged(ContractId contract, String reason) {}
}
