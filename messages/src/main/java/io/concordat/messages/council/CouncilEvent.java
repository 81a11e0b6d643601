package io.concordat.messages.council;

import io.concordat.messages.Event;

/** What happens to the council itself. All are in one stream. */
public sealed interface CouncilEvent extends Event
    permits CouncilFounded,
        CouncilRulesChanged,
        RepresentativeAppointed,
        SeatDelegated,
        DelegationRevoked,
        SeatVacated {

  /** The one stream of the mesh's council. */
  String STREAM = "council:mesh";

  @Override
  default String stream() {
    return STREAM;
  }
}
