package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.concordat.eventstore.append.OrderedEventStorageEngine;
import io.concordat.eventstore.command.AggregateCache;
import io.concordat.eventstore.serialization.EventTypeRevisionResolver;
import io.concordat.eventstore.serialization.LogicalNameSerializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the framework would choose by itself is wrong in many places; so each choice is looked at.
 */
class StartUpTest {

  private static final Path MACHINE_ID =
      Path.of(System.getProperty("user.home"), ".axoniq", ".machine-id");

  private static boolean machineIdBefore;
  private static House house;

  @BeforeAll
  static void open() {
    machineIdBefore = Files.exists(MACHINE_ID);
    house = House.overNewDatabase(TestProjections.Recorder.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static <T> void assertBean(Class<T> type, Class<?> expected) {
    assertThat(house.bean(type)).isExactlyInstanceOf(expected);
  }

  @Test
  void theStoreIsOurs() {
    assertBean(EventStorageEngine.class, OrderedEventStorageEngine.class);
    assertBean(EventStore.class, EmbeddedEventStore.class);
    assertBean(EventBus.class, EmbeddedEventStore.class);
    assertThat(house.bean(Configuration.class).eventStore()).isSameAs(house.bean(EventStore.class));
    assertBean(TransactionManager.class, SpringTransactionManager.class);
    assertBean(ConnectionProvider.class, UnitOfWorkAwareConnectionProviderWrapper.class);
    assertBean(PersistenceExceptionResolver.class, SQLStateResolver.class);
  }

  @Test
  void serializersAreJackson3AndEventsHaveLogicalNames() {
    Map<String, Serializer> serializers = house.context().getBeansOfType(Serializer.class);
    assertThat(serializers).containsOnlyKeys("serializer", "messageSerializer", "eventSerializer");
    assertThat(serializers.get("serializer")).isExactlyInstanceOf(Jackson3Serializer.class);
    assertThat(serializers.get("messageSerializer")).isExactlyInstanceOf(Jackson3Serializer.class);
    assertThat(serializers.get("eventSerializer")).isExactlyInstanceOf(LogicalNameSerializer.class);
    Configuration configuration = house.bean(Configuration.class);
    assertThat(configuration.eventSerializer()).isSameAs(serializers.get("eventSerializer"));
    assertThat(configuration.serializer()).isSameAs(serializers.get("serializer"));
    assertBean(RevisionResolver.class, EventTypeRevisionResolver.class);
    assertThat(IdentifierFactory.getInstance()).isExactlyInstanceOf(TimeOrderedIds.class);
  }

  @Test
  void commandsHoldNoConnectionAndAggregatesAreCached() throws Exception {
    assertBean(CommandBus.class, SimpleCommandBus.class);
    assertThat((Object) field(house.bean(CommandBus.class), "transactionManager"))
        .isInstanceOf(NoTransactionManager.class);
    assertBean(Cache.class, AggregateCache.class);
    Repository<?> repository =
        house.bean(Configuration.class).repository(TestAggregates.Incidents.class);
    assertThat(repository).isExactlyInstanceOf(CachingEventSourcingRepository.class);
    assertThat((Object) field(repository, "cache")).isSameAs(house.bean(Cache.class));
  }

  @Test
  void processorsArePooledPropagateAndSetAside() throws Exception {
    assertBean(TokenStore.class, JdbcTokenStore.class);
    EventProcessingConfiguration processing = house.bean(EventProcessingConfiguration.class);
    assertThat(processing).isInstanceOf(EventProcessingModule.class);
    assertThat(processing.eventProcessors()).containsOnlyKeys(TestProjections.RECORDER);
    PooledStreamingEventProcessor processor =
        (PooledStreamingEventProcessor) processing.eventProcessors().get(TestProjections.RECORDER);
    assertThat((Object) field(processor, "errorHandler"))
        .isInstanceOf(PropagatingErrorHandler.class);
    assertThat((Object) field(processor, "tokenStore")).isSameAs(house.bean(TokenStore.class));
    assertThat((Object) field(processor, "batchSize")).isEqualTo(1_000);
    assertThat(field(processor, "messageSource").getClass().getSimpleName()).isEqualTo("EventTail");
    assertThat((Object) processing.listenerInvocationErrorHandler(TestProjections.RECORDER))
        .isInstanceOf(PropagatingErrorHandler.class);
    SequencedDeadLetterQueue<EventMessage<?>> queue =
        processing.deadLetterQueue(TestProjections.RECORDER).orElseThrow();
    assertThat(queue).isExactlyInstanceOf(JdbcSequencedDeadLetterQueue.class);
    assertThat(processing.sequencedDeadLetterProcessor(TestProjections.RECORDER)).isPresent();
  }

  @Test
  void nothingPhonesHome() {
    assertThat(house.context().getBeanDefinitionNames())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("updatechecker"));
    assertThat(Files.exists(MACHINE_ID)).isEqualTo(machineIdBefore);
    assertThat(house.context().getEnvironment().getProperty("axon.update-check.disabled"))
        .isEqualTo("true");
    assertThat(System.getProperty("disable-axoniq-console-message")).isEqualTo("true");
  }

  @Test
  void noJanitorKeepsTheJvmAlive() {
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains("janitor"));
  }

  @Test
  void whenItIsClosedNoThreadKeepsTheJvmAlive() {
    Set<Thread> before = lastingThreads();
    House other = House.overNewDatabase(TestProjections.Recorder.class);
    other.send(CommandsTest.openIncident());
    other.close();
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          Set<Thread> left = lastingThreads();
          left.removeAll(before);
          assertThat(left).isEmpty();
        });
  }

  private static Set<Thread> lastingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  @Test
  void neitherXStreamNorTheConnectorIsThere() {
    for (String gone :
        new String[] {
          "com.thoughtworks.xstream.XStream",
          "org.axonframework.axonserver.connector.AxonServerConnectionManager",
          "io.grpc.Channel"
        }) {
      assertThatThrownBy(() -> Class.forName(gone)).isInstanceOf(ClassNotFoundException.class);
    }
    assertThatCode(() -> Class.forName("tools.jackson.databind.json.JsonMapper"))
        .doesNotThrowAnyException();
  }

  @Test
  void theSchemaIsSnakeCaseAndIndexedForAuditors() {
    JdbcTemplate jdbc = new JdbcTemplate(house.bean(javax.sql.DataSource.class));
    assertThat(
            jdbc.queryForList(
                "select data_type from information_schema.columns where table_name"
                    + " = 'domain_event_entry' and column_name in ('payload', 'meta_data')",
                String.class))
        .containsExactly("bytea", "bytea");
    assertThat(
            jdbc.queryForList(
                "select indexdef from pg_indexes where tablename = 'domain_event_entry'",
                String.class))
        .anyMatch(index ->
            index.contains("UNIQUE") && index.contains("(aggregate_identifier, sequence_number)"))
        .anyMatch(index -> index.contains("UNIQUE") && index.contains("(event_identifier)"))
        .anyMatch(index -> index.contains("UNIQUE") && index.contains("(idempotency_key)"))
        .anyMatch(index -> index.contains("(time_stamp)"))
        .anyMatch(index -> index.contains("(payload_type, global_index)"));
    assertThat(jdbc.queryForObject("show statement_timeout", String.class)).isEqualTo("30s");
    assertThat(jdbc.queryForObject("show idle_in_transaction_session_timeout", String.class))
        .isEqualTo("45s");
  }

  private static Object field(Object target, String name) throws Exception {
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      var found =
          Arrays.stream(type.getDeclaredFields())
              .filter(field -> field.getName().equals(name))
              .findFirst();
      if (found.isPresent()) {
        return ReflectionUtils.getFieldValue(found.get(), target);
      }
    }
    throw new NoSuchFieldException(name);
  }
}
