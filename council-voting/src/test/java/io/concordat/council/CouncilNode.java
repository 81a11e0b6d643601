package io.concordat.council;

import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.policyset.PolicySets;
import io.concordat.council.seat.CouncilSeats;
import io.concordat.council.seat.CouncilState;
import io.concordat.council.seat.DomainRegister;
import io.concordat.messages.Command;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.PolicySetEvent;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.spring.config.MessageHandlerLookup;
import org.axonframework.spring.config.SpringAggregateLookup;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.axonframework.spring.config.SpringConfigurer;
import org.axonframework.spring.config.annotation.SpringParameterResolverFactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** One running server's command side of the council, over an event store that nodes may share. */
final class CouncilNode implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  CouncilNode(RefusingEventStorageEngine engine) {
    context.registerBean(
        EventStore.class, () -> EmbeddedEventStore.builder().storageEngine(engine).build());
    context.register(Wiring.class);
    context.refresh();
  }

  /** Handles the command and commits; throws what the handler or the store throws. */
  void send(Command command, DecisionContext decisionContext) {
    context
        .getBean(CommandGateway.class)
        .sendAndWait(new GenericCommandMessage<>(command, Map.of(Wiring.CONTEXT, decisionContext)));
  }

  CouncilState council() {
    return context.getBean(CouncilSeats.class).current();
  }

  PolicySetState policySets() {
    return context.getBean(PolicySets.class).current();
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("io.concordat.council")
  static class Wiring {

    static final String CONTEXT = "context";

    @Bean
    static SpringAggregateLookup aggregates() {
      return new SpringAggregateLookup();
    }

    @Bean
    static MessageHandlerLookup handlers() {
      return new MessageHandlerLookup();
    }

    @Bean
    SpringConfigurer configurer(
        ConfigurableListableBeanFactory beans, List<ConfigurerModule> modules) {
      SpringConfigurer configurer = new SpringConfigurer(beans);
      modules.forEach(module -> module.configureModule(configurer));
      return configurer;
    }

    @Bean
    SpringAxonConfiguration axon(Configurer configurer) {
      return new SpringAxonConfiguration(configurer);
    }

    @Bean
    SimpleCommandBus commandBus() {
      return SimpleCommandBus.builder().build();
    }

    @Bean
    CommandGateway gateway(SimpleCommandBus bus) {
      return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Bean
    Cache aggregateCache() {
      return new WeakReferenceCache();
    }

    @Bean
    CommandTargetResolver streamTargetResolver() {
      return message ->
          new VersionedAggregateIdentifier(((Command) message.getPayload()).stream(), null);
    }

    @Bean
    @Primary
    SpringParameterResolverFactoryBean parameters() {
      SpringParameterResolverFactoryBean factory = new SpringParameterResolverFactoryBean();
      factory.setAdditionalFactories(List.of(decisionContexts()));
      return factory;
    }

    @Bean
    DomainRegister domains() {
      return _ -> true;
    }

    @Bean
    CouncilSeats seats(EventStore store) {
      return new CouncilSeats() {
        @Override
        public CouncilState recent() {
          return current();
        }

        @Override
        public CouncilState current() {
          return store
              .readEvents(CouncilEvent.STREAM)
              .asStream()
              .map(event -> (CouncilEvent) event.getPayload())
              .reduce(CouncilState.EMPTY, CouncilState::evolve, (_, last) -> last);
        }
      };
    }

    @Bean
    PolicySets policySets(EventStore store) {
      return () ->
          store
              .readEvents(PolicySetEvent.STREAM)
              .asStream()
              .map(event -> (PolicySetEvent) event.getPayload())
              .reduce(PolicySetState.EMPTY, PolicySetState::evolve, (_, last) -> last);
    }

    private static ParameterResolverFactory decisionContexts() {
      return (executable, parameters, index) ->
          parameters[index].getType() == DecisionContext.class
              ? new ParameterResolver<DecisionContext>() {
                @Override
                public DecisionContext resolveParameterValue(Message<?> message) {
                  return (DecisionContext) message.getMetaData().get(CONTEXT);
                }

                @Override
                public boolean matches(Message<?> message) {
                  return message.getMetaData().containsKey(CONTEXT);
                }
              }
              : null;
    }
  }
}
