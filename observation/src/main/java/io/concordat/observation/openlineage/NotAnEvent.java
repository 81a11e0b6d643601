package io.concordat.observation.openlineage;

/** Reading stops here. */
final class NotAnEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LineageReading reading;

  NotAnEvent(LineageReading reading) {
    super(null, null, false, false);
    this.reading = reading;
  }

  LineageReading reading() {
    return reading;
  }
}
