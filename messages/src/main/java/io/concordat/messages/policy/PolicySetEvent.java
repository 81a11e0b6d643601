package io.concordat.messages.policy;

import io.concordat.messages.Event;

/** What happens to the policy set. All are in one stream. */
public sealed interface PolicySetEvent extends Event permits PolicySetFounded, PolicySetChanged {

  /** The one stream of the mesh's policy sets. */
  String STREAM = "policy-set:mesh";

  @Override
  default String stream() {
    return STREAM;
  }
}
