package io.concordat.notification;

import io.concordat.messages.incident.IncidentSeverity;

/** What one message tells. */
public sealed interface Letter permits Notice, Digest {

  /** The highest of what it tells. */
  IncidentSeverity severity();

  /** What it tells in a word, such as {@code incident.opened}. */
  String topic();

  /** What belongs together and is told in order, such as {@code incident:0195…}. */
  String subject();
}
