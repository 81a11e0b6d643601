package io.concordat.eventstore;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What an application must not forget: takes away the framework's auto-configurations that would
 * phone home, start threads or put other beans in the place of ours, and sets the properties that
 * do the same once more. Properties are defaults: the application may set others.
 */
public final class FrameworkDefaults
    implements EnvironmentPostProcessor, AutoConfigurationImportFilter {

  private static final String PACKAGE = "org.axonframework.springboot.autoconfig.";
  private static final Set<String> TAKEN_AWAY =
      Set.of(
          PACKAGE + "UpdateCheckerAutoConfiguration",
          PACKAGE + "AxonTimeoutAutoConfiguration",
          PACKAGE + "AxonServerActuatorAutoConfiguration",
          PACKAGE + "AxonServerAutoConfiguration",
          PACKAGE + "AxonServerBusAutoConfiguration",
          PACKAGE + "AxonDbSchedulerAutoConfiguration",
          PACKAGE + "AxonJobRunrAutoConfiguration",
          PACKAGE + "AvroSerializerAutoConfiguration",
          PACKAGE + "CBORMapperAutoConfiguration",
          PACKAGE + "ObjectMapperAutoConfiguration",
          PACKAGE + "JdbcAutoConfiguration",
          PACKAGE + "JpaAutoConfiguration",
          PACKAGE + "JpaEventStoreAutoConfiguration",
          PACKAGE + "legacyjpa.JpaJavaxAutoConfiguration",
          PACKAGE + "legacyjpa.JpaJavaxEventStoreAutoConfiguration",
          PACKAGE + "NoOpTransactionAutoConfiguration",
          PACKAGE + "TransactionAutoConfiguration",
          PACKAGE + "SecurityAutoConfiguration",
          PACKAGE + "XStreamAutoConfiguration");

  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("axon.update-check.disabled", "true"),
          Map.entry("axon.timeout.enabled", "false"),
          Map.entry("axon.axonserver.enabled", "false"),
          Map.entry("axon.serializer.general", "jackson3"),
          Map.entry("axon.serializer.events", "jackson3"),
          Map.entry("axon.serializer.messages", "jackson3"),
          // A stream that is not there is an answer to a caller, not something to look into.
          Map.entry(
              "logging.level.org.axonframework.modelling.command.AbstractRepository", "ERROR"),
          Map.entry("spring.datasource.hikari.maximum-pool-size", "16"),
          Map.entry("spring.datasource.hikari.connection-timeout", "3000"),
          Map.entry("spring.datasource.hikari.pool-name", "event-store"),
          // A forgotten transaction ends long before anyone waits for it; a statement too.
          Map.entry(
              "spring.datasource.hikari.connection-init-sql",
              "set statement_timeout = '30s';"
                  + " set lock_timeout = '10s';"
                  + " set idle_in_transaction_session_timeout = '45s'"),
          Map.entry(
              "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true"),
          Map.entry("spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true"),
          Map.entry("spring.datasource.hikari.data-source-properties.connectTimeout", "3"),
          Map.entry("spring.datasource.hikari.data-source-properties.socketTimeout", "60"));

  /** For the factories file. */
  public FrameworkDefaults() {}

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("event-store-defaults", DEFAULTS));
    if (System.getProperty("disable-axoniq-console-message") == null) {
      System.setProperty("disable-axoniq-console-message", "true");
    }
  }

  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[autoConfigurationClasses.length];
    for (int i = 0; i < wanted.length; i++) {
      String name = autoConfigurationClasses[i];
      wanted[i] = name == null || !TAKEN_AWAY.contains(name);
    }
    return wanted;
  }
}
