package io.concordat.server;

import io.concordat.eventstore.EventStoreConfiguration;
import io.concordat.graphql.GraphqlConfiguration;
import io.concordat.projections.ProjectionsConfiguration;
import io.concordat.queryside.QuerySideConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service. */
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackages = {
      "io.concordat.server",
      "io.concordat.command",
      "io.concordat.council",
      "io.concordat.observation"
    })
@EnableScheduling
@Import({
  EventStoreConfiguration.class,
  ProjectionsConfiguration.class,
  QuerySideConfiguration.class,
  GraphqlConfiguration.class
})
public class ConcordatServer {

  /** Starts the service. */
  public static void main(String... arguments) {
    SpringApplication.run(ConcordatServer.class, arguments);
  }
}
