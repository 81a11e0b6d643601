package io.concordat.eventstore.serialization;

import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The three serializers of Axon and the upcaster chain. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfiguration {

  /** Tokens and what else the framework stores about itself. */
  @Bean
  @Primary
  Serializer serializer() {
    return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(Json.tokens()).build();
  }

  /** Commands and queries, which stay in this JVM. */
  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer() {
    return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(Json.tokens()).build();
  }

  /** Events, by logical name. */
  @Bean
  @Qualifier("eventSerializer")
  LogicalNameSerializer eventSerializer() {
    return LogicalNameSerializer.create();
  }

  @Bean
  RevisionResolver revisionResolver() {
    return new EventTypeRevisionResolver();
  }

  @Bean
  EventUpcaster eventUpcasters() {
    return Upcasters.chain();
  }
}
