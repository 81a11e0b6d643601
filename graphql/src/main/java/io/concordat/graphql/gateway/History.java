package io.concordat.graphql.gateway;

import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads history as it was written. Blocks. */
public interface History {

  /**
   * Events, oldest first. Only {@code first} and {@code after} of the page request are used.
   *
   * @param streams only these streams; empty for all
   * @param types only these logical names; empty for all
   * @param hidden never these logical names, nor counted
   * @param from UTC, included; null for the beginning
   * @param to UTC, excluded; null for the end
   */
  Page<Entry> read(
      Set<String> streams,
      Set<String> types,
      Set<String> hidden,
      @Nullable Instant from,
      @Nullable Instant to,
      PageRequest page);

  /**
   * One event as it was written.
   *
   * @param position place in the order of all events
   * @param sequence place in its stream, from 0
   * @param actor subject who brought it about, null where it was not recorded
   * @param payload JSON
   */
  record Entry(
      long position,
      String eventId,
      String type,
      int revision,
      String stream,
      long sequence,
      Instant at,
      @Nullable String actor,
      @Nullable String correlationId,
      String payload) {}
}
