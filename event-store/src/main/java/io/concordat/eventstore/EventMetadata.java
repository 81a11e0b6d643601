package io.concordat.eventstore;

/** Keys of the metadata that each stored event carries. Values are strings. */
public final class EventMetadata {

  /** Subject of the caller whose command the event answers; {@code concordat} for the clock. */
  public static final String SUBJECT = "subject";

  /** Correlation id of the request that the command came with. */
  public static final String CORRELATION_ID = "correlationId";

  private EventMetadata() {}
}
