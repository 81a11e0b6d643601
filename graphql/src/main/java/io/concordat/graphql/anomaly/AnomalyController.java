package io.concordat.graphql.anomaly;

import io.concordat.graphql.gateway.AnomalyDesk;
import io.concordat.graphql.gateway.AnomalyDesk.Anomaly;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.PageRequest;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Which windows of fields were unusual. */
@Controller
class AnomalyController {

  private final AnomalyDesk desk;

  AnomalyController(AnomalyDesk desk) {
    this.desk = desk;
  }

  @QueryMapping
  Connection<Anomaly> anomalies(
      @Argument @Nullable String contract,
      @Argument @Nullable String product,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    PageRequest page = Connections.request(first, after, null, null);
    if (contract != null && product == null) {
      return Connections.of(desk.ofContract(new ContractId(contract), page));
    }
    if (product != null && contract == null) {
      return Connections.of(desk.ofProduct(new ProductId(product), page));
    }
    throw new InvalidValue("contract", "must be given, or product, and not both");
  }

  @SchemaMapping(typeName = "Anomaly")
  String contractId(Anomaly anomaly) {
    return anomaly.contract().value();
  }

  @SchemaMapping(typeName = "Anomaly")
  @Nullable CompletableFuture<IncidentView> incident(
      Anomaly anomaly, DataLoader<IncidentId, IncidentView> incidents) {
    IncidentId id = anomaly.incident();
    return id == null ? null : incidents.load(id);
  }
}
