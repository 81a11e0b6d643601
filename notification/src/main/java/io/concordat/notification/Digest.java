package io.concordat.notification;

import io.concordat.messages.incident.IncidentSeverity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Several notices that one message tells.
 *
 * @param channel for which they were gathered
 * @param at when they were, UTC
 * @param notices as things happened; at least one
 */
public record Digest(String channel, Instant at, List<Notice> notices) implements Letter {

  /** The topic. */
  public static final String TOPIC = "digest";

  public Digest {
    notices = List.copyOf(notices);
    if (notices.isEmpty()) {
      throw new IllegalArgumentException("a digest tells something");
    }
  }

  @Override
  public IncidentSeverity severity() {
    return notices.stream().map(Notice::severity).max(Comparator.naturalOrder()).orElseThrow();
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String subject() {
    return TOPIC + ":" + channel;
  }
}
