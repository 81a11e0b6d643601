package io.concordat.sample.load;

import io.concordat.sample.api.Mutation;
import io.concordat.sample.api.Queries;
import io.concordat.sample.api.TryAgain;
import io.concordat.sample.mesh.Mesh;
import io.concordat.sample.mesh.Mesh.Product;
import io.concordat.sample.mesh.Yaml;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Incidents of {@code incidents.yaml}: opened, acknowledged, resolved. */
final class IncidentStage {

  private static final String OBSERVER = "machine-observer";

  private final Sender sender;
  private final Map<String, Product> products;

  IncidentStage(Sender sender, Mesh mesh) {
    this.sender = sender;
    this.products =
        mesh.products().stream().collect(Collectors.toMap(Product::id, Function.identity()));
  }

  /** Brings one incident to where the file has it; one that people took further is left to them. */
  void bring(Yaml incident) {
    String product = incident.text("product");
    String about = "incident of " + product;
    String id =
        sender.send(
            OBSERVER,
            Mutation.OPEN_INCIDENT,
            about,
            Map.of(
                "product", product,
                "contract", incident.text("contract"),
                "commitment", incident.text("commitment"),
                "severity", incident.text("severity"),
                "summary", incident.text("summary")),
            CouncilStage.id("incident"));
    String owner = owner(product);
    String status = status(owner, id);
    if (incident.text("acknowledged").equals("true") && status.equals("OPEN")) {
      sender.send(owner, Mutation.ACKNOWLEDGE_INCIDENT, about, Map.of("incident", id));
    }
    if (incident.has("resolved") && !status.equals("RESOLVED")) {
      Yaml resolved = incident.mapping("resolved");
      Map<String, Object> input = new HashMap<>();
      input.put("incident", id);
      input.put("cause", resolved.text("cause"));
      input.put("note", resolved.text("note"));
      sender.send(owner, Mutation.RESOLVE_INCIDENT, about, input);
    }
  }

  private String owner(String product) {
    Product known = products.get(product);
    if (known == null) {
      throw new IllegalStateException("incidents.yaml names " + product + ", which is no product");
    }
    return known.owner();
  }

  private String status(String caller, String id) {
    return sender.ask(
        caller,
        Queries.INCIDENT,
        Map.of("id", id),
        data -> {
          String status = data.path("incident").path("status").asString("");
          if (status.isEmpty()) {
            throw new TryAgain("The incident " + id + " cannot be read yet");
          }
          return status;
        });
  }
}
