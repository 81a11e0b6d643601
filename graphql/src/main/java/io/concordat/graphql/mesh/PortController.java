package io.concordat.graphql.mesh;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.PortContract;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductOutputPort;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The ports of data products, which name contracts freely. */
@Controller
class PortController {

  @SchemaMapping(typeName = "InputPort", field = "contractId")
  String contractId(ProductInputPort port) {
    return port.contract();
  }

  @SchemaMapping(typeName = "InputPort", field = "contract")
  CompletableFuture<@Nullable ContractView> contract(
      ProductInputPort port, DataLoader<ContractId, ContractView> contracts) {
    return load(port.contract(), contracts);
  }

  @SchemaMapping(typeName = "OutputPort", field = "contractId")
  @Nullable String contractId(ProductOutputPort port) {
    return port.contract();
  }

  @SchemaMapping(typeName = "OutputPort", field = "contract")
  CompletableFuture<@Nullable ContractView> contract(
      ProductOutputPort port, DataLoader<ContractId, ContractView> contracts) {
    return load(port.contract(), contracts);
  }

  @SchemaMapping(typeName = "PortContract", field = "contractId")
  String contractId(PortContract contract) {
    return contract.contract();
  }

  private static CompletableFuture<@Nullable ContractView> load(
      @Nullable String written, DataLoader<ContractId, ContractView> contracts) {
    ContractId id = id(written);
    return id == null
        ? CompletableFuture.completedFuture(null)
        : contracts.load(id).thenApply(found -> found);
  }

  private static @Nullable ContractId id(@Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      return new ContractId(written);
    } catch (InvalidValue notOfThisMesh) {
      return null;
    }
  }
}
