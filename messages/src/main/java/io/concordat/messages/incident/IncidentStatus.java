package io.concordat.messages.incident;

/** Where an incident stands. */
public enum IncidentStatus {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED
}
