package io.concordat.messages.contract;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise of a contract as it is read: a service level or a quality rule.
 *
 * @param kind such as {@code FRESHNESS}
 * @param path JSON path of the service level or the rule
 * @param element what readers call the part of the data; null for the whole contract
 * @param description for people
 * @param threshold the measures that keep it, in words; null for a date, and where it cannot be
 *     evaluated
 * @param least the smallest measure that keeps it, or the bound above which it must be; null where
 *     there is none, or where there are several ranges
 * @param most the largest measure that keeps it, or the bound below which it must be; null as above
 * @param unit {@code seconds}, {@code percent}, {@code rows} or what the contract counts; null
 *     where it has none
 * @param moment of a beginning or an end, UTC; else null
 * @param reason why it cannot be evaluated; null where it can
 */
public record CommitmentView(
    String kind,
    String path,
    @Nullable String element,
    String description,
    @Nullable String threshold,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    @Nullable String unit,
    @Nullable Instant moment,
    @Nullable String reason) {

  /** Whether observations can be held against it. */
  public boolean evaluable() {
    return reason == null;
  }
}
