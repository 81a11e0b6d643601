package io.concordat.server.profiles;

import io.concordat.graphql.gateway.AnomalyDesk;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.anomaly.AnomalyId;
import io.concordat.messages.anomaly.AnomalyKind;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Anomalies as they are read, a page at a time, straight from PostgreSQL. */
@Component
class AnomalyBoard implements AnomalyDesk {

  private final JdbcClient postgres;

  AnomalyBoard(JdbcClient postgres) {
    this.postgres = postgres;
  }

  /** Where a page ends: windows are read from the latest on, those of one time by id. */
  private record Place(Instant from, UUID id) {

    String cursor() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((from + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static Place of(String cursor) {
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
        return new Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (IllegalArgumentException | DateTimeException unreadable) {
        throw new InvalidValue("after", "must be a cursor that this list has given out");
      }
    }
  }

  @Override
  public Page<Anomaly> ofContract(ContractId contract, PageRequest page) {
    return page("contract", contract.value(), page);
  }

  @Override
  public Page<Anomaly> ofProduct(ProductId product, PageRequest page) {
    return page("product", product.value(), page);
  }

  private Page<Anomaly> page(String column, String value, PageRequest page) {
    String after = page.after();
    Place place =
        after == null
            ? new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0))
            : Place.of(after);
    int wanted = page.first() == null ? PageRequest.DEFAULT_FIRST : page.first();
    List<Anomaly> found =
        postgres
            .sql(
                "select * from field_anomaly where "
                    + column
                    + " = ? and (starts_at, id) < (?::timestamptz, ?)"
                    + " order by starts_at desc, id desc limit ?")
            .params(value, place.from().toString(), place.id(), wanted + 1)
            .query(AnomalyBoard::anomaly)
            .list();
    long total =
        postgres
            .sql("select count(*) from field_anomaly where " + column + " = ?")
            .param(value)
            .query(Long.class)
            .single();
    return new Page<>(
        found.stream()
            .limit(wanted)
            .map(each -> new Page.Entry<>(each, new Place(each.from(), each.id().value()).cursor()))
            .toList(),
        found.size() > wanted,
        after != null,
        total);
  }

  private static Anomaly anomaly(ResultSet row, int number) throws SQLException {
    @Nullable UUID incident = row.getObject("incident", UUID.class);
    return new Anomaly(
        new AnomalyId(row.getObject("id", UUID.class)),
        new ContractId(row.getString("contract")),
        row.getString("field"),
        AnomalyKind.valueOf(row.getString("kind")),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getDouble("observed"),
        row.getDouble("expected"),
        row.getDouble("low"),
        row.getDouble("high"),
        State.valueOf(row.getString("state")),
        row.getTimestamp("detected_at").toInstant(),
        incident == null ? null : new IncidentId(incident));
  }
}
