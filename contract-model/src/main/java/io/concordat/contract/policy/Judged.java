package io.concordat.contract.policy;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.contract.DriftRead;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what policies may ask about it. Sets and maps keep their order, so that the same
 * contract is judged in the same steps everywhere.
 *
 * @param contract that is judged
 * @param unknownUpstream those contracts of the declared upstream that do not exist
 * @param previous the version before it; null where there is none, where it can no longer be read,
 *     or where no policy asks for it
 * @param changes from {@code previous} to {@code contract}, worst first; empty where no policy asks
 *     for them
 * @param upstream the current versions of the declared upstream by contract id; those that cannot
 *     be read are not there, and none is where no policy asks for them
 * @param drift what is known of what jobs were seen to do; null where no policy asks for it
 * @param budget what is known of error budgets; null where no policy asks for it
 */
public record Judged(
    OdcsContract contract,
    Set<String> unknownUpstream,
    @Nullable OdcsContract previous,
    List<ContractChange> changes,
    Map<String, OdcsContract> upstream,
    @Nullable DriftRead drift,
    @Nullable BudgetRead budget) {

  public Judged {
    unknownUpstream = Collections.unmodifiableSet(new LinkedHashSet<>(unknownUpstream));
    changes = List.copyOf(changes);
    upstream = Collections.unmodifiableMap(new LinkedHashMap<>(upstream));
  }

  /** A first version, with nothing known of what is upstream but what does not exist. */
  public static Judged first(OdcsContract contract, Set<String> unknownUpstream) {
    return new Judged(contract, unknownUpstream, null, List.of(), Map.of(), null, null);
  }
}
