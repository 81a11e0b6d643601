package io.concordat.server.observation;

import io.concordat.graphql.gateway.MaintenanceDesk.Maintenance;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.fold.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The maintenance windows of all products, as of any position of the event store up to the one that
 * was read.
 *
 * <p>Thread safe for one writer.
 */
final class MaintenanceWindows {

  static final String PLANNED = "maintenance.planned";
  static final String CANCELLED = "maintenance.cancelled";

  private final Map<ProductId, List<Window>> products = new ConcurrentHashMap<>();

  /**
   * A window.
   *
   * @param planned position at which it was planned
   * @param cancelled position at which it was cancelled; {@link Long#MAX_VALUE} where it was not
   */
  private record Window(long planned, long cancelled, Maintenance told) {

    /** When it holds as of a position; null where it does not. */
    @Nullable Span at(long position) {
      if (position < planned) {
        return null;
      }
      long from = told.from().toEpochMilli();
      Instant ended = told.cancelledAt();
      long until =
          ended == null || position < cancelled
              ? told.to().toEpochMilli()
              : Math.min(told.to().toEpochMilli(), ended.toEpochMilli());
      return until <= from ? null : new Span(from, until);
    }
  }

  /** Whether events of a type tell of windows. */
  static boolean tellOf(String type) {
    return type.equals(PLANNED) || type.equals(CANCELLED);
  }

  /** Takes an event in. */
  void take(long index, String type, JsonNode event) {
    ProductId product = new ProductId(event.path("product").asString(""));
    MaintenanceId id = MaintenanceId.of(event.path("maintenance").asString(""));
    List<Window> windows = products.computeIfAbsent(product, _ -> new CopyOnWriteArrayList<>());
    if (type.equals(PLANNED)) {
      windows.add(
          new Window(
              index,
              Long.MAX_VALUE,
              new Maintenance(
                  id,
                  product,
                  time(event, "from"),
                  time(event, "until"),
                  event.path("reason").asString(""),
                  time(event, "plannedAt"),
                  new Subject(event.path("plannedBy").asString("")),
                  null,
                  null)));
    } else {
      windows.replaceAll(window ->
          window.told().id().equals(id)
              ? new Window(
                  window.planned(),
                  index,
                  window
                      .told()
                      .cancelled(
                          time(event, "cancelledAt"),
                          new Subject(event.path("cancelledBy").asString(""))))
              : window);
    }
  }

  private static Instant time(JsonNode event, String name) {
    return Instant.parse(event.path(name).asString(""));
  }

  /** When promises of a product do not hold as of a position, in the order of time. */
  List<Span> at(long position, ProductId product) {
    return products.getOrDefault(product, List.of()).stream()
        .map(window -> window.at(position))
        .filter(Objects::nonNull)
        .sorted((one, other) -> Long.compare(one.from(), other.from()))
        .toList();
  }

  /** All windows of a product, in the order in which they were planned. */
  List<Maintenance> of(ProductId product) {
    return products.getOrDefault(product, List.of()).stream().map(Window::told).toList();
  }
}
