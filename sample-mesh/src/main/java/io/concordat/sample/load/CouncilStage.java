package io.concordat.sample.load;

import io.concordat.sample.api.ConcordatApi.Reader;
import io.concordat.sample.api.Mutation;
import io.concordat.sample.api.Queries;
import io.concordat.sample.api.TryAgain;
import io.concordat.sample.mesh.Yaml;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposals of {@code council.yaml}: opened, put to the vote, voted on. */
final class CouncilStage {

  private final Sender sender;
  private final Clock clock;

  CouncilStage(Sender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Brings one proposal to where the file has it. One that people have taken further since an
   * earlier load is left to them, and so are the votes that domains have cast.
   */
  void bring(Yaml proposal) {
    String title = proposal.text("title");
    String author = "rep-" + proposal.text("author");
    String id = open(proposal, author, title);
    Standing standing = standing(author, id);
    if (!proposal.has("votingDays")) {
      return;
    }
    if (standing.status.equals("DISCUSSION")) {
      sender.send(
          author,
          Mutation.START_VOTING,
          "ballot on '" + title + "'",
          Map.of("proposal", id, "closesAt", closing(proposal.number("votingDays"))));
      standing = new Standing("VOTING", Set.of());
    }
    if (standing.status.equals("VOTING")) {
      for (Yaml vote : proposal.list("votes")) {
        if (!standing.voted.contains(vote.text("domain"))) {
          cast(id, title, vote);
        }
      }
    }
  }

  private String open(Yaml proposal, String author, String title) {
    Yaml change = proposal.mapping("change");
    Yaml policy = change.mapping("policy");
    Map<String, Object> rule = new HashMap<>();
    policy.keys().forEach(key -> rule.put(key, policy.text(key)));
    return sender.send(
        author,
        Mutation.OPEN_PROPOSAL,
        "proposal '" + title + "'",
        Map.of(
            "title", title,
            "rationale", proposal.text("rationale"),
            "change", Map.of("kind", change.text("kind"), "policy", rule)),
        id("proposal"));
  }

  private void cast(String proposal, String title, Yaml vote) {
    Map<String, Object> input = new HashMap<>();
    input.put("proposal", proposal);
    input.put("choice", vote.text("choice"));
    vote.optional("reason").ifPresent(reason -> input.put("reason", reason));
    vote.optional("requestedChange").ifPresent(wish -> input.put("requestedChange", wish));
    String domain = vote.text("domain");
    sender.send(
        "rep-" + domain, Mutation.CAST_VOTE, "vote of " + domain + " on '" + title + "'", input);
  }

  private Standing standing(String caller, String id) {
    return sender.ask(
        caller,
        Queries.PROPOSAL,
        Map.of("id", id),
        data -> {
          if (!data.path("proposal").isObject()) {
            throw new TryAgain("The proposal " + id + " cannot be read yet");
          }
          return new Standing(
              data.path("proposal").path("status").asString(),
              data.path("proposal")
                  .path("votes")
                  .valueStream()
                  .map(vote -> vote.path("domain").path("id").asString())
                  .collect(Collectors.toSet()));
        });
  }

  private String closing(int days) {
    return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days)).toString();
  }

  /** Reads the id of the object of a payload. */
  static Reader<String> id(String object) {
    return payload -> {
      String id = payload.path(object).path("id").asString("");
      if (id.isEmpty()) {
        throw new TryAgain("The new " + object + " cannot be read yet");
      }
      return id;
    };
  }

  private record Standing(String status, Set<String> voted) {}
}
