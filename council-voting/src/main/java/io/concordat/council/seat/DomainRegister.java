package io.concordat.council.seat;

import io.concordat.messages.mesh.DomainId;

/** Port: which domains there are. */
public interface DomainRegister {

  /** Whether the domain's registration was committed before the call. */
  boolean exists(DomainId domain);
}
