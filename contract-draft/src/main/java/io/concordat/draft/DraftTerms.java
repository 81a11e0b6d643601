package io.concordat.draft;

import io.concordat.messages.contract.ContractId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person has decided about a contract already. What is null or empty is left open in the
 * draft, in a way that the gate refuses.
 *
 * @param id of the contract, {@code domain/product/contract}
 * @param name for people
 * @param purpose what the data is for
 * @param owner username of who owns the contract
 * @param latency how old the data may be: a number and one of {@code m}, {@code h}, {@code d}
 * @param upstream ids of the contracts that this one derives from; empty where there are none, null
 *     where that is not decided
 */
public record DraftTerms(
    String id,
    @Nullable String name,
    @Nullable String purpose,
    @Nullable String owner,
    @Nullable String latency,
    @Nullable List<String> upstream) {

  private static final Pattern LATENCY = Pattern.compile("[1-9][0-9]{0,5}[mhd]");

  /**
   * Checks the id and the latency.
   *
   * @throws io.concordat.messages.InvalidValue where the id is none
   * @throws DraftException where the latency is not a number with a unit
   */
  public DraftTerms {
    ContractId checked = new ContractId(id);
    id = checked.value();
    if (latency != null && !LATENCY.matcher(latency).matches()) {
      throw new DraftException(
          "latency must be a whole number and m, h or d, such as 4h; was '" + latency + "'", 0, 0);
    }
    upstream = upstream == null ? null : List.copyOf(upstream);
    if (upstream != null) {
      upstream.forEach(ContractId::new);
    }
  }

  /** Only the id is decided. */
  public static DraftTerms of(String id) {
    return new DraftTerms(id, null, null, null, null, null);
  }

  /** These terms with a name for people. */
  public DraftTerms withName(@Nullable String newName) {
    return new DraftTerms(id, newName, purpose, owner, latency, upstream);
  }

  /** These terms with what the data is for. */
  public DraftTerms withPurpose(@Nullable String newPurpose) {
    return new DraftTerms(id, name, newPurpose, owner, latency, upstream);
  }

  /** These terms with who owns the contract. */
  public DraftTerms withOwner(@Nullable String newOwner) {
    return new DraftTerms(id, name, purpose, newOwner, latency, upstream);
  }

  /** These terms with how old the data may be, such as {@code 4h}. */
  public DraftTerms withLatency(@Nullable String newLatency) {
    return new DraftTerms(id, name, purpose, owner, newLatency, upstream);
  }

  /** These terms with the contracts upstream; an empty list says that there are none. */
  public DraftTerms withUpstream(@Nullable List<String> newUpstream) {
    return new DraftTerms(id, name, purpose, owner, latency, newUpstream);
  }
}
