package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
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
   * @throws io.concordat.messages.decision.CommandRejected {@code WHAT_IF_BUSY} where too many
   *     wait, or too many of this caller run or wait
   */
  Run start(Question question, Actor by);

  /** How far a run is; empty where this node has none of that id, or no longer. */
  Optional<Run> run(String id);

  /**
   * Stops a run; one that has ended stays as it is.
   *
   * @return empty where this node has none of that id, or no longer
   * @throws io.concordat.messages.decision.CommandRejected {@code NOT_ALLOWED} for others than who
   *     started it and governance engineers
   */
  Optional<Run> cancel(String id, Actor by);

  /**
   * Starts a run and waits for its result. Blocks.
   *
   * @throws io.concordat.messages.decision.CommandRejected {@code WHAT_IF_TAKES_LONGER} where it is
   *     not ready within half a minute and goes on, {@code WHAT_IF_STOPPED} where it was stopped;
   *     and as {@link #start}
   */
  Result result(Question question, Actor by);

  /**
   * What is tried.
   *
   * @param from when the change would begin, UTC; null, or a time that has passed, for now. It is
   *     tried on the set in force then
   */
  record Question(PolicyChange change, Span span, @Nullable Instant from) {}

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
    /** By somebody, or since it took too long. */
    STOPPED,
    FAILED
  }

  /**
   * A run.
   *
   * @param startedBy subject
   * @param triedFor the time for which it is tried, UTC
   * @param done contracts that were looked at
   * @param total contracts that there are; null while they are counted
   * @param result null where it is not done
   * @param reason why it ended early; null where it did not
   */
  record Run(
      String id,
      State state,
      String startedBy,
      Instant startedAt,
      Instant triedFor,
      int done,
      @Nullable Integer total,
      @Nullable Result result,
      @Nullable String reason) {}

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
   * @param unjudged versions that could not be judged, with the reason; the first of them
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

  /** A version that could not be judged. */
  record Unjudged(ContractId contract, String version, String reason) {}
}
