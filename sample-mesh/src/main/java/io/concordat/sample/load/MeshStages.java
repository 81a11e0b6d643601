package io.concordat.sample.load;

import io.concordat.sample.api.Mutation;
import io.concordat.sample.api.TryAgain;
import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Mesh.Consumer;
import io.concordat.sample.mesh.Mesh.Domain;
import io.concordat.sample.mesh.Mesh.Product;
import java.util.List;
import java.util.Map;

/** Domains, seats, products, contracts and their readers. */
final class MeshStages {

  private static final String GOVERNANCE = "governance";

  private final Sender sender;

  MeshStages(Sender sender) {
    this.sender = sender;
  }

  void register(Domain domain) {
    sender.send(
        GOVERNANCE,
        Mutation.REGISTER_DOMAIN,
        "domain " + domain.id(),
        Map.of(
            "id", domain.id(),
            "name", domain.name(),
            "description", domain.description(),
            "director", domain.director()));
  }

  void seat(Domain domain) {
    sender.send(
        GOVERNANCE,
        Mutation.APPOINT_REPRESENTATIVE,
        "seat of " + domain.id(),
        Map.of("domain", domain.id(), "representative", domain.representative()));
  }

  void register(Product product) {
    sender.send(
        GOVERNANCE,
        Mutation.REGISTER_DATA_PRODUCT,
        "product " + product.id(),
        Map.of(
            "id", product.id(),
            "name", product.name(),
            "description", product.description(),
            "owner", product.owner(),
            "sharePercent", product.sharePercent()));
  }

  void publish(ContractDocument contract) {
    sender.send(
        contract.owner(),
        Mutation.PUBLISH_CONTRACT_VERSION,
        contract.source(),
        Map.of("contract", contract.id(), "document", contract.text()),
        payload -> {
          // A rejection was told as refusals before; without a verdict the read side is late.
          if (!payload.path("verdict").isObject()) {
            throw new TryAgain("The verdict on " + contract.source() + " cannot be read yet");
          }
          return payload;
        });
  }

  void register(Consumer consumer) {
    List<Map<String, Object>> reads =
        consumer.reads().stream()
            .map(read ->
                Map.<String, Object>of("contract", read.contract(), "fields", read.fields()))
            .toList();
    sender.send(
        GOVERNANCE,
        Mutation.REGISTER_CONSUMER,
        "consumer " + consumer.id(),
        Map.of(
            "id", consumer.id(),
            "name", consumer.name(),
            "kind", consumer.kind(),
            "purpose", consumer.purpose(),
            "reads", reads));
  }
}
