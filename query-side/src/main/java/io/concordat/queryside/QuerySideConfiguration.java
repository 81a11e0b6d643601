package io.concordat.queryside;

import com.mongodb.client.MongoDatabase;
import io.concordat.queryside.compliance.ComplianceBands;
import io.concordat.queryside.compliance.ComplianceQueries;
import io.concordat.queryside.compliance.ComplianceTotals;
import io.concordat.queryside.compliance.FigureQueries;
import io.concordat.queryside.compliance.ScorecardQueries;
import io.concordat.queryside.compliance.SeriesQueries;
import io.concordat.queryside.contract.ContractQueries;
import io.concordat.queryside.contract.Drift;
import io.concordat.queryside.council.CouncilQueries;
import io.concordat.queryside.council.ProposalQueries;
import io.concordat.queryside.incident.IncidentFiguresQueries;
import io.concordat.queryside.incident.IncidentQueries;
import io.concordat.queryside.lineage.ImpactQueries;
import io.concordat.queryside.lineage.LineageQueries;
import io.concordat.queryside.lineage.PathQueries;
import io.concordat.queryside.lineage.ReaderQueries;
import io.concordat.queryside.meeting.MeetingQueries;
import io.concordat.queryside.mesh.CatalogQueries;
import io.concordat.queryside.mesh.HistoryQueries;
import io.concordat.queryside.mesh.MeshQueries;
import io.concordat.queryside.mesh.PulseQueries;
import io.concordat.queryside.mesh.SimilarQueries;
import io.concordat.queryside.migration.MigrationQueries;
import io.concordat.queryside.observed.DatasetQueries;
import io.concordat.queryside.observed.DocumentDriftQueries;
import io.concordat.queryside.observed.LineageDriftQueries;
import io.concordat.queryside.request.DataRequestQueries;
import io.concordat.queryside.sighting.ReadReports;
import io.concordat.queryside.sighting.SightingQueries;
import io.concordat.readstore.ReadStoreConfiguration;
import io.concordat.readstore.graph.GraphSchema;
import java.time.Clock;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All query handlers, as beans. Needs a {@link MongoDatabase}, a Neo4j {@link Driver} and a {@link
 * Clock} bean, and a {@link ReadReports}.
 */
@Configuration(proxyBeanMethods = false)
@Import(ReadStoreConfiguration.class)
public class QuerySideConfiguration {

  @Bean
  Documents documents(MongoDatabase database) {
    return new Documents(database);
  }

  @Bean
  Graphs graphs(Driver driver, GraphSchema schema) {
    return new Graphs(driver, schema);
  }

  @Bean
  ComplianceTotals complianceTotals(Documents documents) {
    return new ComplianceTotals(documents);
  }

  @Bean
  MeshQueries meshQueries(Documents documents) {
    return new MeshQueries(documents);
  }

  @Bean
  ComplianceBands complianceBands(ComplianceTotals totals, Clock clock) {
    return new ComplianceBands(totals, clock);
  }

  @Bean
  CatalogQueries catalogQueries(
      Documents documents, Graphs graphs, Drift drift, ComplianceBands bands) {
    return new CatalogQueries(documents, graphs, drift, bands);
  }

  @Bean
  SimilarQueries similarQueries(Graphs graphs) {
    return new SimilarQueries(graphs);
  }

  @Bean
  PulseQueries pulseQueries(Documents documents, ComplianceTotals totals, Clock clock) {
    return new PulseQueries(documents, totals, clock);
  }

  @Bean
  HistoryQueries historyQueries(Documents documents, Clock clock) {
    return new HistoryQueries(documents, clock);
  }

  @Bean
  Drift drift(Documents documents) {
    return new Drift(documents);
  }

  @Bean
  ContractQueries contractQueries(Documents documents, Drift drift) {
    return new ContractQueries(documents, drift);
  }

  @Bean
  ProposalQueries proposalQueries(Documents documents) {
    return new ProposalQueries(documents);
  }

  @Bean
  CouncilQueries councilQueries(Documents documents, Clock clock) {
    return new CouncilQueries(documents, clock);
  }

  @Bean
  MeetingQueries meetingQueries(Documents documents) {
    return new MeetingQueries(documents);
  }

  @Bean
  DataRequestQueries dataRequestQueries(Documents documents) {
    return new DataRequestQueries(documents);
  }

  @Bean
  IncidentQueries incidentQueries(Documents documents) {
    return new IncidentQueries(documents);
  }

  @Bean
  IncidentFiguresQueries incidentFiguresQueries(Documents documents) {
    return new IncidentFiguresQueries(documents);
  }

  @Bean
  ComplianceQueries complianceQueries(Documents documents) {
    return new ComplianceQueries(documents);
  }

  @Bean
  SeriesQueries seriesQueries(Documents documents, ComplianceTotals totals) {
    return new SeriesQueries(documents, totals);
  }

  @Bean
  FigureQueries figureQueries(Documents documents, ComplianceTotals totals, Clock clock) {
    return new FigureQueries(documents, totals, clock);
  }

  @Bean
  ScorecardQueries scorecardQueries(
      Documents documents, ComplianceTotals totals, Drift drift, Clock clock) {
    return new ScorecardQueries(documents, totals, drift, clock);
  }

  @Bean
  MigrationQueries migrationQueries(Documents documents) {
    return new MigrationQueries(documents);
  }

  @Bean
  ReaderQueries readerQueries(Graphs graphs) {
    return new ReaderQueries(graphs);
  }

  @Bean
  SightingQueries sightingQueries(
      Documents documents, Graphs graphs, ReadReports reports, Clock clock) {
    return new SightingQueries(documents, graphs, reports, clock);
  }

  @Bean
  ImpactQueries impactQueries(Graphs graphs) {
    return new ImpactQueries(graphs);
  }

  @Bean
  PathQueries pathQueries(Graphs graphs) {
    return new PathQueries(graphs);
  }

  @Bean
  LineageDriftQueries lineageDriftQueries(Graphs graphs) {
    return new LineageDriftQueries(graphs);
  }

  @Bean
  DocumentDriftQueries documentDriftQueries(Graphs graphs) {
    return new DocumentDriftQueries(graphs);
  }

  @Bean
  DatasetQueries datasetQueries(Graphs graphs) {
    return new DatasetQueries(graphs);
  }

  @Bean
  LineageQueries lineageQueries(Graphs graphs) {
    return new LineageQueries(graphs);
  }
}
