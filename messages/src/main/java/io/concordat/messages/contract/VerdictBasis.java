package io.concordat.messages.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.concordat.messages.policy.UpstreamRead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on besides the document and the policy set, so that anyone can judge again
 * from events alone and must come to the same.
 *
 * @param previousVersion the version of the contract that the document was compared with; null
 *     where there was none
 * @param upstream what the gate asked of other contracts, in the order in which it asked, and what
 *     it was told
 * @param drift what it was told of what jobs were seen to do; null where no policy asked. Stored
 *     only where it is there, so that events of before it could be asked stay as they are
 * @param budget what it was told of error budgets; null where no policy asked, and stored likewise
 */
public record VerdictBasis(
    @Nullable String previousVersion,
    List<UpstreamRead> upstream,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DriftRead drift,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BudgetRead budget) {

  /** A verdict for which nobody asked more than what is upstream. */
  public VerdictBasis(@Nullable String previousVersion, List<UpstreamRead> upstream) {
    this(previousVersion, upstream, null, null);
  }

  public VerdictBasis {
    upstream = List.copyOf(upstream);
  }
}
