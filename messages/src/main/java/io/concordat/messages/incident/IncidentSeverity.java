package io.concordat.messages.incident;

/** How much an incident hurts its readers. */
public enum IncidentSeverity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
