package io.concordat.messages.incident;

/** What an entry of an incident's timeline tells. */
public enum IncidentEntryKind {
  OPENED,
  ACKNOWLEDGED,
  ASSIGNED,
  COMMENTED,
  RESOLVED,
  REOPENED
}
