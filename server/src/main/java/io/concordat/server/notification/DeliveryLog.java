package io.concordat.server.notification;

import io.concordat.graphql.gateway.DeliveryDesk;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.notification.Digest;
import io.concordat.notification.Letter;
import io.concordat.notification.Matter;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.server.gateway.PositionCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox of notifications as people read it. */
@Component
class DeliveryLog implements DeliveryDesk {

  private static final String WAITING = DeliveryState.WAITING.name();
  private static final String DEAD = DeliveryState.DEAD.name();

  private final JdbcClient postgres;
  private final Map<String, ChannelSettings> channels;

  DeliveryLog(JdbcClient postgres, NotificationSettings settings) {
    this.postgres = postgres;
    this.channels = settings.channels();
  }

  private record Row(
      long position,
      UUID id,
      String channel,
      DeliveryState state,
      Letter letter,
      @Nullable UUID digest,
      Instant createdAt,
      Instant dueAt) {}

  @Override
  public Page<Delivery> list(Asked asked, PageRequest page) {
    StringBuilder where = new StringBuilder(" where true");
    List<Object> values = new ArrayList<>();
    add(where, values, "channel = ?", asked.channel());
    add(where, values, "notice->>'product' = ?", text(asked.product()));
    add(where, values, "notice->>'domain' = ?", text(asked.domain()));
    add(where, values, "notice->>'about' = ?", text(asked.incident()));
    if (!asked.topics().isEmpty()) {
      add(
          where,
          values,
          "coalesce(notice->>'kind', 'digest') = any(?)",
          asked.topics().stream().map(DeliveryLog::kind).toArray(String[]::new));
    }
    add(
        where,
        values,
        "created_at >= ?",
        asked.since() == null ? null : Timestamp.from(asked.since()));
    if (!asked.states().isEmpty()) {
      add(
          where,
          values,
          "state = any(?)",
          asked.states().stream().map(Enum::name).toArray(String[]::new));
    }
    long total =
        postgres
            .sql("select count(*) from notification" + where)
            .params(values)
            .query(Long.class)
            .single();
    int wanted = page.first() == null ? PageRequest.DEFAULT_FIRST : page.first();
    String after = page.after();
    add(where, values, "position < ?", after == null ? null : PositionCursor.position(after));
    values.add(wanted + 1);
    List<Row> rows =
        postgres
            .sql(
                "select position, id, channel, state, notice, created_at, due_at, (select id from"
                    + " notification whole where whole.position = notification.digest) as digest"
                    + " from notification"
                    + where
                    + " order by position desc limit ?")
            .params(values)
            .query(DeliveryLog::row)
            .list();
    List<Row> shown = rows.stream().limit(wanted).toList();
    Map<Long, List<Attempt>> attempts = attempts(shown);
    return new Page<>(
        shown.stream()
            .map(row ->
                new Page.Entry<>(
                    delivery(row, attempts.getOrDefault(row.position(), List.of())),
                    PositionCursor.of(row.position())))
            .toList(),
        rows.size() > wanted,
        after != null,
        total);
  }

  private static void add(
      StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      values.add(value);
    }
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        row.getString("channel"),
        DeliveryState.valueOf(row.getString("state")),
        Letters.read(row.getString("notice")),
        row.getObject("digest", UUID.class),
        time(row, "created_at"),
        time(row, "due_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private Map<Long, List<Attempt>> attempts(List<Row> rows) {
    Map<Long, List<Attempt>> attempts = new HashMap<>();
    postgres
        .sql(
            "select notification, attempt, at, status, problem from notification_attempt"
                + " where notification = any(?) order by notification, attempt")
        .param(rows.stream().map(Row::position).toArray(Long[]::new))
        .query((row, _) -> {
          int status = row.getInt("status");
          return attempts
              .computeIfAbsent(row.getLong("notification"), _ -> new ArrayList<>())
              .add(
                  new Attempt(
                      row.getInt("attempt"),
                      time(row, "at"),
                      status == 0 ? null : status,
                      row.getString("problem")));
        })
        .list();
    return attempts;
  }

  private static Delivery delivery(Row row, List<Attempt> attempts) {
    Letter letter = row.letter();
    Notice notice = letter instanceof Notice one ? one : null;
    return new Delivery(
        row.id(),
        row.channel(),
        row.state(),
        letter.topic(),
        notice == null ? null : notice.domain(),
        notice == null ? null : notice.product(),
        notice != null && notice.kind().matter() == Matter.INCIDENT
            ? IncidentId.of(notice.about())
            : null,
        letter.severity(),
        notice == null ? null : notice.commitment(),
        row.digest(),
        row.createdAt(),
        row.state() == DeliveryState.WAITING ? row.dueAt() : null,
        attempts);
  }

  @Override
  public Set<String> topics() {
    return Stream.concat(
            Arrays.stream(NoticeKind.values()).map(NoticeKind::topic), Stream.of(Digest.TOPIC))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String kind(String topic) {
    return NoticeKind.ofTopic(topic).map(Enum::name).orElse(topic);
  }

  @Override
  public List<Channel> channels() {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    postgres
        .sql(
            "select channel, state, count(*) from notification"
                + " where state in ('WAITING', 'DEAD') group by channel, state")
        .query((row, _) ->
            counts
                .computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                .put(row.getString(2), row.getLong(3)))
        .list();
    return channels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each ->
            channel(each.getKey(), each.getValue(), counts.getOrDefault(each.getKey(), Map.of())))
        .toList();
  }

  private static Channel channel(String name, ChannelSettings settings, Map<String, Long> counts) {
    return new Channel(
        name,
        settings.type().name().toLowerCase(Locale.ROOT),
        settings.domains().stream().map(DomainId::new).toList(),
        settings.from(),
        settings.kinds().stream().map(NoticeKind::topic).toList(),
        counts.getOrDefault(WAITING, 0L),
        counts.getOrDefault(DEAD, 0L));
  }

  @Override
  public boolean isKnown(UUID delivery) {
    return postgres
        .sql("select exists(select from notification where id = ?)")
        .param(delivery)
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean hasChannel(String name) {
    return channels.containsKey(name);
  }

  @Override
  public int redeliver(@Nullable UUID delivery, @Nullable String channel) {
    return postgres
        .sql(
            "update notification set state = 'WAITING', due_at = now() where state = 'DEAD'"
                + " and (cast(:delivery as uuid) is null or id = cast(:delivery as uuid))"
                + " and (cast(:channel as text) is null or channel = cast(:channel as text))")
        .param("delivery", delivery)
        .param("channel", channel)
        .update();
  }
}
