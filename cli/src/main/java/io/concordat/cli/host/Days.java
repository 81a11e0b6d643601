package io.concordat.cli.host;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Reads days and instants that were typed. */
public final class Days {

  private Days() {}

  /**
   * An instant in UTC, or the start of a day in UTC.
   *
   * @throws Stop where it is neither
   */
  public static Instant instant(String typed) {
    try {
      return typed.contains("T")
          ? Instant.parse(typed)
          : LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException malformed) {
      throw Stop.usage("'" + typed + "' is no day such as 2027-02-15, and no instant in UTC.");
    }
  }
}
