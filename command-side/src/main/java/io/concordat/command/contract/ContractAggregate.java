package io.concordat.command.contract;

import io.concordat.command.ErrorBudgets;
import io.concordat.command.MeshDirectory;
import io.concordat.command.ObservedDrift;
import io.concordat.command.PolicySetInForce;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractCommand;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.DecisionContext;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link ContractDecider} to its event stream. */
@Aggregate(
    type = "contract",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class ContractAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private ContractState state = new ContractState.Unpublished();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      PublishContractVersion command,
      DecisionContext context,
      MeshDirectory mesh,
      ObservedDrift observed,
      ErrorBudgets budgets,
      PolicySetInForce policies) {
    apply(
        command,
        context,
        ContractFacts.of(command.contract(), context, mesh, observed, budgets, policies));
  }

  @CommandHandler
  void handle(
      RetireContractVersion command,
      DecisionContext context,
      MeshDirectory mesh,
      ObservedDrift observed,
      PolicySetInForce policies) {
    apply(
        command,
        context,
        ContractFacts.of(
            command.contract(), context, mesh, observed, ErrorBudgets.UNSPENT, policies));
  }

  @CommandHandler
  void handle(
      ExtendSupport command,
      DecisionContext context,
      MeshDirectory mesh,
      ObservedDrift observed,
      PolicySetInForce policies) {
    apply(
        command,
        context,
        ContractFacts.of(
            command.contract(), context, mesh, observed, ErrorBudgets.UNSPENT, policies));
  }

  @CommandHandler
  void handle(
      AssessContract command,
      DecisionContext context,
      MeshDirectory mesh,
      ObservedDrift observed,
      PolicySetInForce policies) {
    apply(
        command,
        context,
        ContractFacts.of(
            command.contract(), context, mesh, observed.orFail(), ErrorBudgets.UNSPENT, policies));
  }

  @EventSourcingHandler
  void on(ContractEvent event) {
    stream = event.stream();
    state = ContractDecider.evolve(state, event);
  }

  /** Extends support unless it lasts as long already. */
  void lastAtLeast(ExtendSupport command, DecisionContext context, ContractFacts facts) {
    if (!SupportWindow.lastsUntil(state, command)) {
      apply(command, context, facts);
    }
  }

  private void apply(ContractCommand command, DecisionContext context, ContractFacts facts) {
    ContractDecider.decide(state, command, context, facts)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }
}
