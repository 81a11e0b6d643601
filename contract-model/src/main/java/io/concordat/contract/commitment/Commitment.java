package io.concordat.contract.commitment;

import io.concordat.contract.odcs.Locus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One promise of a contract: a service level or a quality rule. */
public sealed interface Commitment {

  /** What it is about. */
  CommitmentKind kind();

  /** The service level or the rule. */
  Locus at();

  /** What readers call the part of the data that it is about; null for the whole contract. */
  @Nullable String element();

  /** For people, such as {@code latency: at most 4 h}. */
  String description();

  /**
   * A measure must stay within a threshold.
   *
   * @param unit {@code seconds}, {@code percent}, {@code rows}, or what the contract counts; empty
   *     for a bare number
   */
  record Measured(
      CommitmentKind kind,
      Locus at,
      @Nullable String element,
      String description,
      Threshold threshold,
      String unit)
      implements Commitment {}

  /** Something begins or ends at a time, UTC. */
  record Dated(
      CommitmentKind kind, Locus at, @Nullable String element, String description, Instant moment)
      implements Commitment {}

  /**
   * A promise that no observation can be held against.
   *
   * @param reason why, and what would make it one
   */
  record NotEvaluable(
      CommitmentKind kind, Locus at, @Nullable String element, String description, String reason)
      implements Commitment {}
}
