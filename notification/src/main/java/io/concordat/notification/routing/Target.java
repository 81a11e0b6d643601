package io.concordat.notification.routing;

import java.net.URI;

/**
 * Where a channel leads. Addresses of some services are secrets like keys are, so no text form
 * tells any of it.
 */
public sealed interface Target {

  /** Where messages are posted. */
  URI url();

  /**
   * A receiver of CloudEvents, signed after Standard Webhooks.
   *
   * @param secret {@code whsec_} and 24 to 64 bytes in Base64
   */
  record Webhook(URI url, String secret) implements Target {
    @Override
    public String toString() {
      return "Webhook";
    }
  }

  /** An incoming webhook of Slack, or of what speaks like it. */
  record Slack(URI url) implements Target {
    @Override
    public String toString() {
      return "Slack";
    }
  }

  /**
   * The Events API of PagerDuty, version 2.
   *
   * @param routingKey the integration key of the service that is paged
   */
  record PagerDuty(URI url, String routingKey) implements Target {
    @Override
    public String toString() {
      return "PagerDuty";
    }
  }
}
