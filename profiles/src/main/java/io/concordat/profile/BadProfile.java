package io.concordat.profile;

/** A profile that cannot be taken. Its message names what is wrong, and is fit to be shown. */
public final class BadProfile extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Fault fault;

  /** What is wrong. Names are stable. */
  public enum Fault {
    /** The bytes are not a profile, or not all of one, or were changed on the way. */
    PROFILE_CORRUPT,
    /** The bytes are of a form that this release does not know. */
    PROFILE_VERSION_UNKNOWN,
    /** A figure is no finite number. */
    PROFILE_FIGURE_NOT_FINITE,
    /** A figure is out of its range, or contradicts another one. */
    PROFILE_FIGURE_INVALID
  }

  BadProfile(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }
}
