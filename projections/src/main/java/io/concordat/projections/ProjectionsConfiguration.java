package io.concordat.projections;

import com.mongodb.client.MongoDatabase;
import io.concordat.messages.ProcessingGroups;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.compliance.ComplianceViews;
import io.concordat.projections.contract.ContractViews;
import io.concordat.projections.council.CouncilViews;
import io.concordat.projections.council.ProposalViews;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.projections.incident.IncidentViews;
import io.concordat.projections.lineage.LineageProjection;
import io.concordat.projections.meeting.MeetingViews;
import io.concordat.projections.mesh.MeshViews;
import io.concordat.projections.migration.MigrationViews;
import io.concordat.projections.observed.ObservedLineage;
import io.concordat.projections.request.DataRequestViews;
import io.concordat.projections.scorecard.ScorecardViews;
import io.concordat.readstore.ReadStoreConfiguration;
import io.concordat.readstore.document.DocumentSchema;
import io.concordat.readstore.graph.GraphSchema;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * All projections, as event handling beans. Needs a {@link MongoDatabase} and a Neo4j {@link
 * Driver} bean, best made by {@link io.concordat.readstore.StoreClients}.
 */
@Configuration(proxyBeanMethods = false)
@Import(ReadStoreConfiguration.class)
public class ProjectionsConfiguration {

  private static final String GOVERNANCE = "governanceViewsWriter";
  private static final String RELIABILITY = "reliabilityViewsWriter";

  @Bean
  DocumentStore documentStore(MongoDatabase database, DocumentSchema schema) {
    return new DocumentStore(database, schema);
  }

  @Bean(GOVERNANCE)
  BatchWriter<DocumentChange> governanceViewsWriter(DocumentStore store) {
    return new BatchWriter<>(ProcessingGroups.GOVERNANCE_VIEWS, store);
  }

  @Bean(RELIABILITY)
  BatchWriter<DocumentChange> reliabilityViewsWriter(DocumentStore store) {
    return new BatchWriter<>(ProcessingGroups.RELIABILITY_VIEWS, store);
  }

  @Bean
  MeshViews meshViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new MeshViews(writer, store);
  }

  @Bean
  ContractViews contractViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new ContractViews(writer, store);
  }

  @Bean
  CouncilViews councilViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new CouncilViews(writer, store);
  }

  @Bean
  ProposalViews proposalViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new ProposalViews(writer, store);
  }

  @Bean
  MigrationViews migrationViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new MigrationViews(writer, store);
  }

  @Bean
  DataRequestViews dataRequestViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new DataRequestViews(writer, store);
  }

  @Bean
  MeetingViews meetingViews(
      @Qualifier(GOVERNANCE) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new MeetingViews(writer, store);
  }

  @Bean
  IncidentViews incidentViews(
      @Qualifier(RELIABILITY) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new IncidentViews(writer, store);
  }

  @Bean
  ComplianceViews complianceViews(
      @Qualifier(RELIABILITY) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new ComplianceViews(writer, store);
  }

  @Bean
  ScorecardViews scorecardViews(
      @Qualifier(RELIABILITY) BatchWriter<DocumentChange> writer, DocumentStore store) {
    return new ScorecardViews(writer, store);
  }

  @Bean
  LineageProjection lineageProjection(Driver driver, GraphSchema schema) {
    return new LineageProjection(driver, schema);
  }

  @Bean
  ObservedLineage observedLineage(Driver driver, GraphSchema schema) {
    return new ObservedLineage(driver, schema);
  }

  @Bean
  ApplicationListener<ContextRefreshedEvent> lineagePlans(LineageProjection lineage) {
    return refreshed -> lineage.prepare();
  }
}
