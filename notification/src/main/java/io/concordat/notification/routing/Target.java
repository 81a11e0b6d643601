package io.concordat.notification.routing;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel leads. Addresses of some services are secrets like keys are, so no text form
 * tells any of it.
 */
public sealed interface Target {

  /** Where messages are posted over HTTP. */
  sealed interface Http extends Target {

    /** The address. */
    URI url();
  }

  /**
   * A receiver of CloudEvents, signed after Standard Webhooks.
   *
   * @param secret {@code whsec_} and 24 to 64 bytes in Base64
   */
  record Webhook(URI url, String secret) implements Http {
    @Override
    public String toString() {
      return "Webhook";
    }
  }

  /** An incoming webhook of Slack, or of what speaks like it. */
  record Slack(URI url) implements Http {
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
  record PagerDuty(URI url, String routingKey) implements Http {
    @Override
    public String toString() {
      return "PagerDuty";
    }
  }

  /**
   * People, by e-mail through a server that takes it for them.
   *
   * @param server {@code smtp://host:port}; without a port it is 587
   * @param login null where the server asks for none
   * @param sender address that it comes from
   * @param recipients addresses that it goes to, all in one message; at least one
   */
  record Mail(URI server, @Nullable Login login, String sender, List<String> recipients)
      implements Target {

    public Mail {
      recipients = List.copyOf(recipients);
      if (recipients.isEmpty()) {
        throw new IllegalArgumentException("E-mail needs a recipient");
      }
    }

    @Override
    public String toString() {
      return "Mail";
    }
  }

  /** Who sends, to the server that takes e-mail. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login";
    }
  }
}
