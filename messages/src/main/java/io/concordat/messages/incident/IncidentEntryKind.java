package io.concordat.messages.incident;

/** What an entry of an incident's timeline tells. */
public enum IncidentEntryKind {
  OPENED,
  ACKNOWLEDGED,
  ASSIGNED,
  COMMENTED,
  RESOLVED,
  REOPENED,
  /** Found to follow from an incident upstream. */
  ATTACHED,
  /** Those downstream were told. */
  DOWNSTREAM_TOLD,
  /** Not acknowledged in time, and taken to the next person. */
  ESCALATED
}
