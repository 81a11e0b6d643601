package io.concordat.graphql;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import io.concordat.graphql.compliance.SeriesRequest;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.mesh.SeenReads;
import io.concordat.messages.compliance.ComplianceBand;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.FindAssessments;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.FindDocuments;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindComplianceBands;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.mesh.FindSightings;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.migration.FindMigrations;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.observed.DatasetView;
import io.concordat.messages.policy.FindPolicyOrigins;
import io.concordat.messages.policy.FindPolicySets;
import io.concordat.messages.policy.PolicyKey;
import io.concordat.messages.policy.PolicyOriginView;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.request.DataRequestView;
import io.concordat.messages.series.SeriesView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.ClassNameTypeResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Everything that GraphQL needs besides Spring Boot's own; the server imports it. */
@Configuration
@ComponentScan
public class GraphqlConfiguration {

  private static final int MOST_DEPTH = 15;

  /** See {@link Weights}. */
  static final int MOST_WEIGHT = 2_000;

  /** Classes whose GraphQL type has another name. */
  static final Map<Class<?>, String> TYPE_NAMES =
      Map.of(
          DataRequestView.class, "DataRequest",
          DatasetView.class, "Dataset",
          DomainView.class, "Domain",
          DataProductView.class, "DataProduct",
          ContractView.class, "Contract",
          ConsumerView.class, "Consumer",
          ProposalView.class, "Proposal",
          MigrationView.class, "Migration",
          IncidentView.class, "Incident");

  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring -> Scalars.all().forEach(wiring::scalar);
  }

  @Bean
  GraphQlSourceBuilderCustomizer typeNames() {
    ClassNameTypeResolver resolver = new ClassNameTypeResolver();
    TYPE_NAMES.forEach(resolver::addMapping);
    return builder -> builder.defaultTypeResolver(resolver);
  }

  @Bean
  Instrumentation mostDepth() {
    return new MaxQueryDepthInstrumentation(MOST_DEPTH);
  }

  @Bean
  Instrumentation mostWeight() {
    return new MaxQueryComplexityInstrumentation(MOST_WEIGHT, new Weights());
  }

  @Bean
  Loaders loaders(BatchLoaderRegistry registry, MeshGateway mesh) {
    Loaders loaders = new Loaders(registry);
    loaders.add(
        DomainId.class,
        DomainView.class,
        ids -> byId(mesh.ask(new FindDomains(ids)), DomainView::id));
    loaders.add(
        ProductId.class,
        DataProductView.class,
        ids -> byId(mesh.ask(new FindDataProducts(ids)), DataProductView::id));
    loaders.add(
        ProductId.class, ComplianceBand.class, ids -> mesh.ask(new FindComplianceBands(ids)));
    loaders.add(
        ContractId.class,
        ContractView.class,
        ids -> byId(mesh.ask(new FindContracts(ids, null)), ContractView::id));
    loaders.add(
        ProposalId.class,
        ProposalView.class,
        ids -> byId(mesh.ask(new FindProposals(ids)), ProposalView::id));
    loaders.add(
        IncidentId.class,
        IncidentView.class,
        ids -> byId(mesh.ask(new FindIncidents(ids)), IncidentView::id));
    loaders.add(
        ConsumerId.class,
        ConsumerView.class,
        ids -> byId(mesh.ask(new FindConsumers(ids)), ConsumerView::id));
    loaders.add(
        ConsumerId.class,
        SeenReads.class,
        ids -> SeenReads.of(ids, mesh.ask(new FindSightings(ids))));
    loaders.add(
        MigrationId.class,
        MigrationView.class,
        ids -> byId(mesh.ask(new FindMigrations(ids)), MigrationView::id));
    loaders.add(
        Integer.class,
        PolicySetView.class,
        numbers -> byId(mesh.ask(new FindPolicySets(numbers)), view -> view.set().number()));
    loaders.add(
        PolicyKey.class, PolicyOriginView.class, keys -> mesh.ask(new FindPolicyOrigins(keys)));
    loaders.add(
        SeriesRequest.class,
        SeriesView.class,
        requests -> SeriesRequest.answer(requests, mesh::ask));
    loaders.add(SubmissionKey.class, Verdict.class, keys -> mesh.ask(new FindAssessments(keys)));
    loaders.add(SubmissionKey.class, String.class, keys -> mesh.ask(new FindDocuments(keys)));
    return loaders;
  }

  private static <K, V> Map<K, V> byId(List<V> views, Function<V, K> id) {
    return views.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /**
   * Registers one batch loader for each kind of object that others point to, so that no list asks
   * once per row.
   */
  static final class Loaders {

    private final BatchLoaderRegistry registry;
    private final Scheduler threads =
        Schedulers.fromExecutorService(
            java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor(), "graphql-loader");

    Loaders(BatchLoaderRegistry registry) {
      this.registry = registry;
    }

    <K, V> void add(Class<K> key, Class<V> value, Function<Set<K>, Map<K, V>> load) {
      registry
          .forTypePair(key, value)
          .registerMappedBatchLoader((keys, environment) ->
              Mono.fromCallable(() -> load.apply(keys)).subscribeOn(threads));
    }
  }
}
