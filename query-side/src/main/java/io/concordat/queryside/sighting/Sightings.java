package io.concordat.queryside.sighting;

import com.mongodb.client.model.Filters;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.JobId;
import io.concordat.messages.mesh.SightingSource;
import io.concordat.messages.mesh.SightingView;
import io.concordat.queryside.Documents;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.mesh.MeshQueries;
import io.concordat.queryside.sighting.ReadReports.Report;
import io.concordat.readstore.document.Views;
import io.concordat.readstore.graph.LineageKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Puts together what lineage events and reports tell of reads. */
final class Sightings {

  private static final Comparator<SightingView> LATEST_FIRST =
      Comparator.comparing(SightingView::lastSeenAt)
          .reversed()
          .thenComparing(SightingView::reader)
          .thenComparing(SightingView::contract)
          .thenComparing(SightingView::source);

  private final Documents documents;
  private final Graphs graphs;
  private final ReadReports reports;

  Sightings(Documents documents, Graphs graphs, ReadReports reports) {
    this.documents = documents;
    this.graphs = graphs;
    this.reports = reports;
  }

  /** A read of a job. */
  private record JobRead(
      JobId job, ContractId contract, List<String> versions, Instant first, Instant last) {}

  /** Of registered consumers, latest first. */
  List<SightingView> ofConsumers(Set<ConsumerId> ids) {
    Map<ConsumerId, ConsumerView> consumers = new HashMap<>();
    documents.byId(Views.CONSUMERS, ids.stream().map(ConsumerId::value).toList()).stream()
        .map(MeshQueries::consumer)
        .forEach(consumer -> consumers.put(consumer.id(), consumer));
    Map<JobId, List<ConsumerView>> byJob = byJob(consumers.values());
    List<SightingView> found = new ArrayList<>();
    if (!byJob.isEmpty()) {
      List<String> keys =
          byJob.keySet().stream().map(job -> LineageKeys.job(job.namespace(), job.name())).toList();
      graphs
          .read(SightingStatements.OF_JOBS, Map.of("jobs", keys), Sightings::jobRead)
          .forEach(read -> found.addAll(seen(read, byJob)));
    }
    reports.ofReaders(consumers.keySet()).stream()
        .map(report -> seen(report, consumers.keySet()))
        .forEach(found::add);
    return merged(found);
  }

  /** Of whoever reads a contract, latest first. */
  List<SightingView> ofContract(ContractId contract) {
    List<JobRead> reads =
        graphs.read(
            SightingStatements.OF_CONTRACT,
            Map.of("contract", contract.value()),
            Sightings::jobRead);
    List<Report> reported = reports.ofContract(contract);
    Map<JobId, List<ConsumerView>> byJob = byJob(ofJobs(reads));
    Set<ConsumerId> registered =
        documents
            .byId(
                Views.CONSUMERS, reported.stream().map(report -> report.reader().value()).toList())
            .stream()
            .map(MeshQueries::consumer)
            .map(ConsumerView::id)
            .collect(Collectors.toSet());
    List<SightingView> found = new ArrayList<>();
    reads.forEach(read -> found.addAll(seen(read, byJob)));
    reported.forEach(report -> found.add(seen(report, registered)));
    return merged(found);
  }

  private List<ConsumerView> ofJobs(List<JobRead> reads) {
    Set<String> names = reads.stream().map(read -> read.job().name()).collect(Collectors.toSet());
    if (names.isEmpty()) {
      return List.of();
    }
    List<ConsumerView> consumers = new ArrayList<>();
    documents
        .find(
            Views.CONSUMERS,
            Filters.and(
                Filters.in("declared.jobs.name", names),
                Filters.exists("reading.retiredAt", false)))
        .forEach(document -> consumers.add(MeshQueries.consumer(document)));
    return consumers;
  }

  private static Map<JobId, List<ConsumerView>> byJob(Collection<ConsumerView> consumers) {
    Map<JobId, List<ConsumerView>> byJob = new HashMap<>();
    for (ConsumerView consumer : consumers) {
      for (JobId job : new HashSet<>(consumer.jobs())) {
        byJob.computeIfAbsent(job, _ -> new ArrayList<>()).add(consumer);
      }
    }
    return byJob;
  }

  private static JobRead jobRead(Record row) {
    return new JobRead(
        new JobId(row.get("namespace").asString(), row.get("name").asString()),
        new ContractId(row.get("contract").asString()),
        row.get("versions").asList(Value::asString).stream().sorted().toList(),
        row.get("firstSeenAt").asOffsetDateTime().toInstant(),
        row.get("lastSeenAt").asOffsetDateTime().toInstant());
  }

  /** One for each consumer that a job belongs to; the job itself where it belongs to none. */
  private static List<SightingView> seen(JobRead read, Map<JobId, List<ConsumerView>> byJob) {
    List<ConsumerView> consumers = byJob.getOrDefault(read.job(), List.of());
    if (consumers.isEmpty()) {
      return List.of(
          new SightingView(
              read.job().name(),
              null,
              read.contract(),
              read.versions(),
              SightingSource.LINEAGE,
              read.first(),
              read.last()));
    }
    return consumers.stream()
        .map(consumer ->
            new SightingView(
                consumer.id().value(),
                consumer.id(),
                read.contract(),
                read.versions(),
                SightingSource.LINEAGE,
                read.first(),
                read.last()))
        .toList();
  }

  private static SightingView seen(Report report, Set<ConsumerId> registered) {
    String version = report.version();
    return new SightingView(
        report.reader().value(),
        registered.contains(report.reader()) ? report.reader() : null,
        report.contract(),
        version == null ? List.of() : List.of(version),
        SightingSource.REPORTED,
        report.firstReadAt(),
        report.lastReadAt());
  }

  /** Those that differ in their times only become one. */
  private static List<SightingView> merged(List<SightingView> found) {
    Map<List<Object>, SightingView> merged = new LinkedHashMap<>();
    for (SightingView each : found) {
      merged.merge(
          List.of(each.reader(), each.contract(), each.versions(), each.source()),
          each,
          (one, other) ->
              new SightingView(
                  one.reader(),
                  one.consumer(),
                  one.contract(),
                  one.versions(),
                  one.source(),
                  one.firstSeenAt().isBefore(other.firstSeenAt())
                      ? one.firstSeenAt()
                      : other.firstSeenAt(),
                  one.lastSeenAt().isAfter(other.lastSeenAt())
                      ? one.lastSeenAt()
                      : other.lastSeenAt()));
    }
    return merged.values().stream().sorted(LATEST_FIRST).toList();
  }
}
