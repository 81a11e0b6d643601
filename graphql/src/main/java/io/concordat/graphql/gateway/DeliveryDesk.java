package io.concordat.graphql.gateway;

import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told to whom by the channels of notifications, and what became of it. Blocks. */
public interface DeliveryDesk {

  /** Where a message stands. */
  enum DeliveryState {
    WAITING,
    SENT,
    /** Put aside: the receiver does not want it, or was away for too long. */
    DEAD,
    /** Told within a digest. */
    GATHERED
  }

  /**
   * One attempt to send a message.
   *
   * @param number from 1
   * @param status of HTTP or SMTP; null where there was no answer
   * @param problem null where the receiver has it
   */
  record Attempt(int number, Instant at, @Nullable Integer status, @Nullable String problem) {}

  /**
   * A message to a channel. Neither addresses nor keys are known here.
   *
   * @param topic what is told, such as {@code incident.opened}
   * @param domain that answers for it; null of a digest
   * @param product null where it is about a domain, and of a digest
   * @param incident null where it is about something else
   * @param severity of a digest the highest
   * @param commitment null where none is broken, and of a digest
   * @param digest the message within which it was told; null unless it was
   * @param dueAt the earliest next attempt; null unless it waits
   * @param attempts the first first
   */
  record Delivery(
      UUID id,
      String channel,
      DeliveryState state,
      String topic,
      @Nullable DomainId domain,
      @Nullable ProductId product,
      @Nullable IncidentId incident,
      IncidentSeverity severity,
      @Nullable String commitment,
      @Nullable UUID digest,
      Instant createdAt,
      @Nullable Instant dueAt,
      List<Attempt> attempts) {}

  /**
   * Which messages are asked for: those to which all of it applies.
   *
   * @param states only these; empty for all
   * @param topics only these; empty for all
   */
  record Asked(
      @Nullable String channel,
      Set<DeliveryState> states,
      Set<String> topics,
      @Nullable DomainId domain,
      @Nullable ProductId product,
      @Nullable IncidentId incident,
      @Nullable Instant since) {}

  /**
   * A channel as it is set, without its address.
   *
   * @param type such as {@code webhook}
   * @param domains whose affairs it tells of; empty for all
   * @param from the least severity that it tells of
   * @param topics what it tells of; empty for all
   * @param waiting messages that wait to be sent
   * @param dead messages that were put aside
   */
  record Channel(
      String name,
      String type,
      List<DomainId> domains,
      IncidentSeverity from,
      List<String> topics,
      long waiting,
      long dead) {}

  /** Messages, the latest first. Only {@code first} and {@code after} of the page are used. */
  Page<Delivery> list(Asked asked, PageRequest page);

  /** The topics that there are, such as {@code incident.opened}. */
  Set<String> topics();

  /** The channels, by name. */
  List<Channel> channels();

  /** Whether there is a message of this id. */
  boolean isKnown(UUID delivery);

  /** Whether there is a channel of this name. */
  boolean hasChannel(String name);

  /**
   * Has messages that were put aside sent again, under the same ids.
   *
   * @param delivery only this one; null for all
   * @param channel only those of this channel; null for all
   * @return how many wait again because of it
   */
  int redeliver(@Nullable UUID delivery, @Nullable String channel);
}
