package io.concordat.graphql.delivery;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.DeliveryDesk;
import io.concordat.graphql.gateway.DeliveryDesk.Asked;
import io.concordat.graphql.gateway.DeliveryDesk.Channel;
import io.concordat.graphql.gateway.DeliveryDesk.Delivery;
import io.concordat.graphql.gateway.DeliveryDesk.DeliveryState;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** The log of deliveries, and what was put aside. */
@Controller
class DeliveryController {

  private final DeliveryDesk desk;

  DeliveryController(DeliveryDesk desk) {
    this.desk = desk;
  }

  @QueryMapping
  Connection<Delivery> deliveries(
      @Argument @Nullable String channel,
      @Argument @Nullable List<DeliveryState> state,
      @Argument @Nullable List<String> topic,
      @Argument @Nullable String domain,
      @Argument @Nullable String product,
      @Argument @Nullable String incident,
      @Argument @Nullable Instant since,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    return Connections.of(
        desk.list(
            new Asked(
                channel,
                state == null ? Set.of() : Set.copyOf(state),
                known(topic == null ? List.of() : topic),
                domain == null ? null : new DomainId(domain),
                product == null ? null : new ProductId(product),
                incident == null ? null : IncidentId.of(incident),
                since),
            Connections.request(first, after, null, null)));
  }

  private Set<String> known(List<String> asked) {
    Set<String> topics = desk.topics();
    asked.stream()
        .filter(topic -> !topics.contains(topic))
        .findFirst()
        .ifPresent(unknown -> {
          throw new InvalidValue(
              "topic", "must be of " + String.join(", ", topics) + ", was '" + unknown + "'");
        });
    return Set.copyOf(asked);
  }

  @QueryMapping
  List<Channel> notificationChannels() {
    return desk.channels();
  }

  @SchemaMapping(typeName = "Delivery")
  @Nullable CompletableFuture<DataProductView> product(
      Delivery delivery, DataLoader<ProductId, DataProductView> products) {
    return delivery.product() == null ? null : products.load(delivery.product());
  }

  @SchemaMapping(typeName = "Delivery")
  @Nullable CompletableFuture<DomainView> domain(
      Delivery delivery, DataLoader<DomainId, DomainView> domains) {
    return delivery.domain() == null ? null : domains.load(delivery.domain());
  }

  @MutationMapping
  RedeliverPayload redeliver(@Argument RedeliverInput input, Authentication caller) {
    if (!Caller.of(caller).has(Role.OPERATOR)) {
      return refused(
          RejectionCode.NOT_ALLOWED.name(), "Only an operator sends messages again.", List.of());
    }
    if ((input.delivery() == null) == (input.channel() == null)) {
      return refused(
          "INVALID_INPUT", "Either a delivery or a channel must be given.", List.of("input"));
    }
    if (input.delivery() != null) {
      UUID delivery = id(input.delivery());
      return delivery != null && desk.isKnown(delivery)
          ? new RedeliverPayload(desk.redeliver(delivery, null), List.of())
          : refused(
              "DELIVERY_NOT_FOUND",
              "There is no delivery '" + input.delivery() + "'.",
              List.of("input", "delivery"));
    }
    return desk.hasChannel(String.valueOf(input.channel()))
        ? new RedeliverPayload(desk.redeliver(null, input.channel()), List.of())
        : refused(
            "CHANNEL_NOT_FOUND",
            "No channel '" + input.channel() + "' is set; what it was to get cannot be sent.",
            List.of("input", "channel"));
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static RedeliverPayload refused(String code, String message, List<String> path) {
    return new RedeliverPayload(0, List.of(new UserError(code, message, path)));
  }

  record RedeliverInput(@Nullable String delivery, @Nullable String channel) {}

  record RedeliverPayload(int redelivered, List<UserError> userErrors) {}
}
