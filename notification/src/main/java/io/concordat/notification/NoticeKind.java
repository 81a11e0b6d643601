package io.concordat.notification;

/** What happened to an incident. */
public enum NoticeKind {
  OPENED,
  ACKNOWLEDGED,
  RESOLVED,
  REOPENED,
  /** Told to those downstream. */
  DOWNSTREAM_TOLD
}
