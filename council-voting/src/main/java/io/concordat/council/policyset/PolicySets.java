package io.concordat.council.policyset;

/** Port: reads the stream {@code policy-set:mesh}. */
public interface PolicySets {

  /**
   * The policy sets with every event that was committed before the call, on whichever node. {@link
   * PolicySetState#EMPTY} where the council is not founded.
   */
  PolicySetState current();
}
