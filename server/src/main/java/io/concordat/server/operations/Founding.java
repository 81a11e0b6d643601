package io.concordat.server.operations;

import io.concordat.contract.foundation.Foundation;
import io.concordat.eventstore.command.Commands;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.decision.Actor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Founds the council with the first policy set when the service starts on an empty event store. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Founding implements ApplicationRunner {

  private final Commands commands;

  Founding(Commands commands) {
    this.commands = commands;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    commands
        .send(
            new FoundCouncil(
                CouncilRules.DEFAULT,
                Foundation.policies(),
                Foundation.semanticTypes(),
                Foundation.parameters()),
            Actor.SYSTEM)
        .join();
  }
}
