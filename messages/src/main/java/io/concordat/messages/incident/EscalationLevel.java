package io.concordat.messages.incident;

/** To whom an incident is taken that nobody has acknowledged, in this order. */
public enum EscalationLevel {
  /** The product's owner. */
  OWNER,
  /** Who represents the domain on the council. */
  REPRESENTATIVE,
  /** The engineering director to whom the domain answers. */
  DIRECTOR
}
