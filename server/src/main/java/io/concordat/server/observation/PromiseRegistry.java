package io.concordat.server.observation;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.graphql.gateway.MaintenanceDesk.Maintenance;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.budget.ErrorBudget;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import io.concordat.observation.evaluation.fold.Promised;
import io.concordat.observation.evaluation.fold.Promises;
import io.concordat.observation.evaluation.fold.Span;
import io.concordat.results.ContractTarget;
import io.concordat.results.Tying;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the served versions of all contracts promise, and when they are maintained, as of any
 * position of the event store up to the one that it has read. Every version is kept, with the
 * positions between which it is served, so that the fold can look at the moment that the log says.
 *
 * <p>Thread safe.
 */
@Component
class PromiseRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(PromiseRegistry.class);
  private static final int PAGE = 200;
  private static final String PUBLISHED = "contract.version-published";
  private static final String NEWS =
      "select global_index, payload_type, payload from domain_event_entry"
          + " where payload_type = any(?) and global_index > ? order by global_index limit "
          + PAGE;

  private final DataSource postgres;
  private final JsonMapper json;
  private final Map<String, List<Version>> contracts = new ConcurrentHashMap<>();
  private final MaintenanceWindows maintenance = new MaintenanceWindows();
  private volatile long readTo;
  private volatile @Nullable Ties ties;
  private volatile @Nullable At newest;

  /**
   * A version.
   *
   * @param from position at which it was published
   * @param until position at which it was retired; {@link Long#MAX_VALUE} while it is served
   * @param target what results of tools may be about in it; null where it cannot be read any more
   */
  private record Version(
      String number,
      long from,
      long until,
      Map<String, Promised> promised,
      @Nullable ContractTarget target) {}

  /** How results are tied by all that was read up to a position. */
  private record Ties(long asOf, Tying tying) {}

  PromiseRegistry(DataSource postgres, JsonMapper json) {
    this.postgres = postgres;
    this.json = json;
  }

  /**
   * Reads what was published, retired and planned since; returns the position of the last of it.
   */
  synchronized long catchUp() throws SQLException {
    int found = PAGE;
    while (found == PAGE) {
      found = 0;
      try (Connection connection = postgres.getConnection();
          PreparedStatement select = connection.prepareStatement(NEWS)) {
        select.setArray(
            1,
            connection.createArrayOf(
                "varchar",
                new String[] {
                  PUBLISHED,
                  "contract.version-retired",
                  MaintenanceWindows.PLANNED,
                  MaintenanceWindows.CANCELLED
                }));
        select.setLong(2, readTo);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            take(row.getLong(1), row.getString(2), row.getBytes(3));
            readTo = row.getLong(1);
            found++;
          }
        }
      }
    }
    return readTo;
  }

  private void take(long index, String type, byte[] payload) {
    JsonNode event = json.readTree(payload);
    if (MaintenanceWindows.tellOf(type)) {
      maintenance.take(index, type, event);
      return;
    }
    String contract = event.path("contract").asString("");
    String version = event.path("version").asString("");
    List<Version> versions = contracts.computeIfAbsent(contract, _ -> new CopyOnWriteArrayList<>());
    if (type.equals(PUBLISHED)) {
      OdcsContract document = OdcsReader.read(event.path("document").asString("")).contract();
      if (document == null) {
        LOG.warn("{} {} cannot be read any more; nothing is held against it", contract, version);
      }
      Map<String, Promised> promised = document == null ? Map.of() : ContractPromises.of(document);
      versions.add(
          new Version(
              version,
              index,
              Long.MAX_VALUE,
              promised,
              document == null ? null : ContractTarget.of(document)));
    } else {
      versions.replaceAll(each ->
          each.number().equals(version)
              ? new Version(version, each.from(), index, each.promised(), null)
              : each);
    }
  }

  /** What is promised as of a position; what was not read yet is read before. */
  Promises at(long position) throws SQLException {
    if (position > readTo) {
      catchUp();
    }
    return new At(position);
  }

  /** What is promised by all that was read. */
  Promises latest() {
    At known = newest;
    long asOf = readTo;
    if (known == null || known.asOf() != asOf) {
      known = new At(asOf);
      newest = known;
    }
    return known;
  }

  /** Ties results of other tools to what is served by all that was read. */
  Tying tying() {
    Ties known = ties;
    long asOf = readTo;
    if (known == null || known.asOf() != asOf) {
      List<ContractTarget> served =
          contracts.values().stream()
              .flatMap(Collection::stream)
              .filter(version -> version.until() == Long.MAX_VALUE)
              .map(Version::target)
              .filter(Objects::nonNull)
              .toList();
      known = new Ties(asOf, new Tying(served));
      ties = known;
    }
    return known.tying();
  }

  /** Contracts of products of which a version was published. */
  List<ContractId> contractsOf(Set<ProductId> products) {
    return contracts.keySet().stream()
        .map(ContractId::new)
        .filter(contract -> products.contains(contract.product()))
        .sorted()
        .toList();
  }

  /** All maintenance windows of a product by all that was read. */
  List<Maintenance> maintenanceOf(ProductId product) {
    return maintenance.of(product);
  }

  /**
   * The objectives of all commitments that have an error budget, by all that was read.
   *
   * @param products of which; null for all
   */
  Map<TallyKey, Double> objectives(@Nullable Set<ProductId> products) {
    Map<TallyKey, Double> found = new HashMap<>();
    contracts.forEach((id, versions) -> {
      ProductId product = new ContractId(id).product();
      if (products == null || products.contains(product)) {
        versions.stream()
            .filter(version -> version.until() == Long.MAX_VALUE)
            .flatMap(version -> version.promised().entrySet().stream())
            .forEach(each -> {
              Double objective = each.getValue().objective();
              if (objective != null) {
                found.merge(
                    new TallyKey(product, each.getKey()), objective, ErrorBudget::objective);
              }
            });
      }
    });
    return found;
  }

  private final class At implements Promises {

    private final long position;
    private final Map<String, Map<String, Map<String, Promised>>> looked =
        new ConcurrentHashMap<>();

    private At(long position) {
      this.position = position;
    }

    @Override
    public long asOf() {
      return position;
    }

    @Override
    public List<Span> maintenance(ProductId product) {
      return maintenance.at(position, product);
    }

    @Override
    public Map<String, Map<String, Promised>> of(String contract) {
      Map<String, Map<String, Promised>> known = looked.get(contract);
      if (known != null) {
        return known;
      }
      List<Version> versions = contracts.get(contract);
      if (versions == null) {
        return Map.of();
      }
      Map<String, Map<String, Promised>> served = new HashMap<>();
      for (Version version : versions) {
        if (version.from() <= position && position < version.until()) {
          served.put(version.number(), version.promised());
        }
      }
      looked.put(contract, served);
      return served;
    }
  }
}
