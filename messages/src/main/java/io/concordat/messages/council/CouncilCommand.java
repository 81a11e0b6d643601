package io.concordat.messages.council;

import io.concordat.messages.Command;

/** What can be asked of the council. */
public sealed interface CouncilCommand extends Command
    permits FoundCouncil, AppointRepresentative, DelegateSeat, RevokeDelegation, VacateSeat {

  @Override
  default String stream() {
    return CouncilEvent.STREAM;
  }
}
