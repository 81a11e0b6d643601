package io.concordat.queryside;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.Event;
import io.concordat.messages.Query;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.projections.ProjectionsConfiguration;
import io.concordat.queryside.sighting.ReadReports;
import io.concordat.readstore.StoreClients;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.Registration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The read side as the server assembles it, over real engines that are empty at first. Events are
 * delivered as the processors do: to each group in one unit of work.
 */
public final class ReadSide implements AutoCloseable {

  /** What the clock says. */
  public static final Instant NOW = Instant.parse("2026-10-20T12:00:00Z");

  private final AnnotationConfigApplicationContext context;
  private final QueryGateway queries;
  private final Map<String, Long> sequences = new HashMap<>();

  private ReadSide(AnnotationConfigApplicationContext context) {
    this.context = context;
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    context.getBeansOfType(Object.class).values().stream()
        .filter(bean -> bean.getClass().getName().endsWith("Queries"))
        .map(AnnotationQueryHandlerAdapter::new)
        .forEach(adapter -> keep(adapter.subscribe(bus)));
    this.queries = DefaultQueryGateway.builder().queryBus(bus).build();
  }

  /** Over the test engines. */
  public static ReadSide empty() {
    return over(TestEngines.mongo(), TestEngines.neo4j());
  }

  /** Over stores that need not be there. */
  public static ReadSide over(String mongo, String neo4j) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    MongoClient client = StoreClients.mongo(mongo);
    context.registerBean(MongoClient.class, () -> client);
    context.registerBean(
        MongoDatabase.class,
        () ->
            client.getDatabase(Objects.requireNonNull(new ConnectionString(mongo).getDatabase())));
    context.registerBean(Driver.class, () -> StoreClients.neo4j(neo4j, TestEngines.neo4jAuth()));
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
    context.registerBean(ReadReports.class, NoReports::new);
    context.register(ProjectionsConfiguration.class, QuerySideConfiguration.class);
    context.refresh();
    return new ReadSide(context);
  }

  /** Events happen, the next ones of their streams, and are projected. */
  public void happened(Event... events) {
    List<GenericDomainEventMessage<?>> batch = new ArrayList<>();
    for (Event event : events) {
      long sequence = sequences.merge(event.stream(), 0L, (before, zero) -> before + 1);
      batch.add(new GenericDomainEventMessage<>("test", event.stream(), sequence, event));
    }
    deliver(batch);
  }

  /** Delivers events to all groups, whatever was delivered before. */
  public void deliver(List<? extends EventMessage<?>> batch) {
    projections()
        .values()
        .forEach(handlers -> {
          BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.copyOf(batch));
          var result =
              unit.executeWithResult(() -> {
                for (AnnotationEventHandlerAdapter handler : handlers) {
                  if (handler.canHandle(unit.getMessage())) {
                    handler.handle(unit.getMessage());
                  }
                }
                return null;
              });
          if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
          }
        });
  }

  /** Empties everything that the groups have written. */
  public void reset() {
    projections()
        .values()
        .forEach(handlers -> handlers.forEach(AnnotationEventHandlerAdapter::prepareReset));
  }

  /** The answer. */
  @SuppressWarnings("unchecked")
  public <R> R ask(Query<R> query) {
    Object answer = queries.query(query, new AsQueried()).join();
    // Axon takes an Optional apart on its way from the handler.
    return (R)
        (query.getClass().getGenericInterfaces()[0].getTypeName().contains("java.util.Optional")
            ? Optional.ofNullable(answer)
            : answer);
  }

  /** The graph behind it. */
  public Graphs graphs() {
    return context.getBean(Graphs.class);
  }

  @Override
  public void close() {
    context.close();
  }

  Map<String, List<AnnotationEventHandlerAdapter>> projections() {
    Map<String, List<AnnotationEventHandlerAdapter>> byGroup = new HashMap<>();
    Arrays.stream(context.getBeanDefinitionNames())
        .map(context::getBean)
        .forEach(bean -> {
          ProcessingGroup group = bean.getClass().getAnnotation(ProcessingGroup.class);
          if (group != null) {
            byGroup
                .computeIfAbsent(group.value(), name -> new ArrayList<>())
                .add(new AnnotationEventHandlerAdapter(bean));
          }
        });
    return byGroup;
  }

  private static void keep(Registration registration) {
    Objects.requireNonNull(registration);
  }

  /** Takes whatever the one handler of a query answers: the query's own type says what that is. */
  private static final class AsQueried implements ResponseType<Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean matches(Type responseType) {
      return true;
    }

    @Override
    public Class<Object> responseMessagePayloadType() {
      return Object.class;
    }

    @Override
    public Class<Object> getExpectedResponseType() {
      return Object.class;
    }

    @Override
    public Object convert(Object response) {
      return response;
    }
  }

  /** Nothing that these tests look at is reported. */
  private static final class NoReports implements ReadReports {

    @Override
    public List<Report> ofReaders(Set<ConsumerId> readers) {
      return List.of();
    }

    @Override
    public List<Report> ofContract(ContractId contract) {
      return List.of();
    }
  }
}
