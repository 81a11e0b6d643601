package io.concordat.messages.request;

/** Where a data request stands. */
public enum DataRequestStatus {
  /** Nobody of the domain has answered. */
  OPEN,
  /** The domain has said by when it expects to deliver. */
  ACCEPTED,
  /** The domain has said no, and why. */
  DECLINED,
  /** A published contract of the domain answers it. */
  DELIVERED,
  /** Who asked has taken it back. */
  WITHDRAWN;

  /** Whether somebody still waits for an answer or for the product. */
  public boolean isWaiting() {
    return this == OPEN || this == ACCEPTED;
  }
}
