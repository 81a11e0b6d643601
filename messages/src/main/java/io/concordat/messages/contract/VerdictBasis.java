package io.concordat.messages.contract;

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
 */
public record VerdictBasis(@Nullable String previousVersion, List<UpstreamRead> upstream) {

  public VerdictBasis {
    upstream = List.copyOf(upstream);
  }
}
