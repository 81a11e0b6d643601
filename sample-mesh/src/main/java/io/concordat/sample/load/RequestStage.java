package io.concordat.sample.load;

import io.concordat.sample.api.Mutation;
import io.concordat.sample.api.Queries;
import io.concordat.sample.api.TryAgain;
import io.concordat.sample.mesh.Mesh;
import io.concordat.sample.mesh.Mesh.Domain;
import io.concordat.sample.mesh.Yaml;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Data requests of {@code requests.yaml}: opened, accepted, declined, delivered. */
final class RequestStage {

  private final Sender sender;
  private final Clock clock;
  private final Map<String, Domain> domains;

  RequestStage(Sender sender, Clock clock, Mesh mesh) {
    this.sender = sender;
    this.clock = clock;
    this.domains =
        mesh.domains().stream().collect(Collectors.toMap(Domain::id, Function.identity()));
  }

  /** Brings one request to where the file has it; one that was answered is left to its people. */
  void bring(Yaml request) {
    String about = "request to " + request.text("domain");
    Map<String, Object> asked = new HashMap<>();
    asked.put("domain", request.text("domain"));
    asked.put("title", request.text("title"));
    asked.put("purpose", request.text("purpose"));
    if (request.has("wanted")) {
      asked.put("wanted", request.text("wanted"));
    }
    String id =
        sender.send(
            request.text("by"),
            Mutation.OPEN_DATA_REQUEST,
            about,
            asked,
            CouncilStage.id("dataRequest"));
    String answering = representative(request.text("domain"));
    if (status(answering, id).equals("OPEN")) {
      answer(request, about, id, answering);
    }
  }

  private void answer(Yaml request, String about, String id, String answering) {
    if (request.has("expectedInDays")) {
      sender.send(
          answering,
          Mutation.ACCEPT_DATA_REQUEST,
          about,
          Map.of("request", id, "expectedBy", inDays(request.text("expectedInDays"))));
    }
    if (request.has("declined")) {
      sender.send(
          answering,
          Mutation.DECLINE_DATA_REQUEST,
          about,
          Map.of("request", id, "reason", request.text("declined")));
    }
    if (request.has("delivered")) {
      sender.send(
          answering,
          Mutation.DELIVER_DATA_REQUEST,
          about,
          Map.of("request", id, "contract", request.text("delivered")));
    }
  }

  private String inDays(String days) {
    return clock
        .instant()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(Long.parseLong(days)))
        .toString();
  }

  private String representative(String domain) {
    Domain known = domains.get(domain);
    if (known == null) {
      throw new IllegalStateException("requests.yaml names " + domain + ", which is no domain");
    }
    return known.representative();
  }

  private String status(String caller, String id) {
    return sender.ask(
        caller,
        Queries.DATA_REQUEST,
        Map.of("id", id),
        data -> {
          String status = data.path("dataRequest").path("status").asString("");
          if (status.isEmpty()) {
            throw new TryAgain("The data request " + id + " cannot be read yet");
          }
          return status;
        });
  }
}
