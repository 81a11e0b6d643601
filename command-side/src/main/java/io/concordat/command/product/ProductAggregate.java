package io.concordat.command.product;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.CancelMaintenance;
import io.concordat.messages.mesh.PlanMaintenance;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDataProductFromOdps;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link ProductDecider} to its event stream. */
@Aggregate(
    type = "product",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class ProductAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private ProductState state = new ProductState.Unregistered();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterDataProduct command, DecisionContext context, MeshDirectory mesh) {
    boolean domainExists = mesh.domainExists(command.product().domain());
    ProductDecider.decide(state, command, context, domainExists)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterDataProductFromOdps command, DecisionContext context, MeshDirectory mesh) {
    boolean domainExists = mesh.domainExists(command.product().domain());
    ProductDecider.decide(state, command, context, domainExists)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlanMaintenance command, DecisionContext context) {
    MaintenanceRules.decide(state, command, context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CancelMaintenance command, DecisionContext context) {
    MaintenanceRules.decide(state, command, context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ProductEvent event) {
    stream = event.stream();
    state = ProductDecider.evolve(state, event);
  }
}
