package io.concordat.queryside.incident;

import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.incident.FindIncidentFigures;
import io.concordat.messages.incident.IncidentFigures;
import io.concordat.messages.incident.IncidentFigures.Spread;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How long domains took for the incidents of each month. */
public final class IncidentFiguresQueries {

  private static final Comparator<Row> LATEST_FIRST =
      Comparator.comparing(Row::month).reversed().thenComparing(row -> row.domain().value());

  private final Documents documents;

  /** Answers from the read models. */
  public IncidentFiguresQueries(Documents documents) {
    this.documents = documents;
  }

  private record Row(YearMonth month, DomainId domain) {}

  /** What is counted of a row. */
  private static final class Counts {
    private int opened;
    private int falseAlarms;
    private final List<Long> toDetect = new ArrayList<>();
    private final List<Long> toAcknowledge = new ArrayList<>();
    private final List<Long> toResolve = new ArrayList<>();
  }

  @QueryHandler
  List<IncidentFigures> handle(FindIncidentFigures query) {
    Map<Row, Counts> rows = new TreeMap<>(LATEST_FIRST);
    documents
        .find(Views.INCIDENTS, filter(query))
        .projection(
            Projections.include(
                Views.DOMAIN, "openedAt", "brokenSince", "acknowledged", "resolved"))
        .forEach((Document incident) -> count(incident, rows));
    return rows.entrySet().stream().map(row -> figures(row.getKey(), row.getValue())).toList();
  }

  private static Bson filter(FindIncidentFigures query) {
    Bson months =
        Filters.and(
            Filters.gte("openedAt", begin(query.from())),
            Filters.lt("openedAt", begin(query.to().plusMonths(1))));
    return query.domain() == null
        ? months
        : Filters.and(Filters.eq(Views.DOMAIN, query.domain().value()), months);
  }

  private static String begin(YearMonth month) {
    return Times.text(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static void count(Document incident, Map<Row, Counts> rows) {
    Instant opened = time(incident, "openedAt");
    Row row =
        new Row(
            YearMonth.from(opened.atOffset(ZoneOffset.UTC)),
            new DomainId(text(incident, Views.DOMAIN)));
    Counts counts = rows.computeIfAbsent(row, _ -> new Counts());
    counts.opened++;
    add(counts.toDetect, optionalTime(incident, "brokenSince"), opened);
    add(counts.toAcknowledge, opened, at(incident, "acknowledged"));
    add(counts.toResolve, opened, at(incident, "resolved"));
    Document resolved = incident.get("resolved", Document.class);
    if (resolved != null && ResolutionCause.FALSE_ALARM.name().equals(resolved.get("cause"))) {
      counts.falseAlarms++;
    }
  }

  private static void add(List<Long> seconds, @Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null) {
      seconds.add(Duration.between(from, to).toSeconds());
    }
  }

  private static @Nullable Instant at(Document incident, String what) {
    return optionalTime(incident.get(what, Document.class), "at");
  }

  private static IncidentFigures figures(Row row, Counts counts) {
    return new IncidentFigures(
        row.domain(),
        row.month(),
        counts.opened,
        counts.toAcknowledge.size(),
        counts.toResolve.size(),
        counts.falseAlarms,
        Spread.of(counts.toDetect),
        Spread.of(counts.toAcknowledge),
        Spread.of(counts.toResolve));
  }
}
