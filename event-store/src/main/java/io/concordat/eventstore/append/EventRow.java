package io.concordat.eventstore.append;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One event, serialized. */
@SuppressWarnings("ArrayRecordComponent")
record EventRow(
    String eventIdentifier,
    String stream,
    long sequenceNumber,
    String aggregateType,
    Instant timestamp,
    String payloadType,
    @Nullable String payloadRevision,
    byte[] payload,
    byte[] metaData) {

  long microseconds() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, timestamp);
  }

  int size() {
    return payload.length + metaData.length;
  }

  AppendedEvent at(long globalIndex) {
    return new AppendedEvent(stream, sequenceNumber, globalIndex, payloadType);
  }
}
