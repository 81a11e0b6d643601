package io.concordat.sample.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The mutations that the loader sends, each with one input and what is read of its payload. */
public enum Mutation {
  REGISTER_DOMAIN("registerDomain", "RegisterDomainInput", ""),
  APPOINT_REPRESENTATIVE("appointRepresentative", "AppointRepresentativeInput", ""),
  REGISTER_DATA_PRODUCT("registerDataProduct", "RegisterDataProductInput", ""),
  PUBLISH_CONTRACT_VERSION(
      "publishContractVersion",
      "PublishContractVersionInput",
      "verdict { passed violations { policy severity path line message } }"),
  REGISTER_CONSUMER("registerConsumer", "RegisterConsumerInput", ""),
  ACKNOWLEDGE_MIGRATION("acknowledgeMigration", "MigrationInput", ""),
  COMPLETE_MIGRATION("completeMigration", "MigrationInput", ""),
  RECORD_COMPLIANCE("recordCompliance", "RecordComplianceInput", ""),
  PUBLISH_SCORECARD("publishScorecard", "PublishScorecardInput", ""),
  OPEN_PROPOSAL("openProposal", "OpenProposalInput", "proposal { id }"),
  START_VOTING("startVoting", "StartVotingInput", ""),
  CAST_VOTE("castVote", "CastVoteInput", ""),
  OPEN_DATA_REQUEST("openDataRequest", "OpenDataRequestInput", "dataRequest { id }"),
  ACCEPT_DATA_REQUEST("acceptDataRequest", "AcceptDataRequestInput", ""),
  DECLINE_DATA_REQUEST("declineDataRequest", "DeclineDataRequestInput", ""),
  DELIVER_DATA_REQUEST("deliverDataRequest", "DeliverDataRequestInput", ""),
  OPEN_INCIDENT("openIncident", "OpenIncidentInput", "incident { id }"),
  ACKNOWLEDGE_INCIDENT("acknowledgeIncident", "IncidentInput", ""),
  RESOLVE_INCIDENT("resolveIncident", "ResolveIncidentInput", "");

  private static final String REFUSALS = "userErrors { code message path }";

  private final String field;
  private final String input;
  private final String selection;

  Mutation(String field, String input, String selection) {
    this.field = field;
    this.input = input;
    this.selection = selection;
  }

  /**
   * A request with several of them, carried out in order: variables {@code i0}, {@code i1}, ...
   * take the inputs, {@code m0}, {@code m1}, ... hold the payloads.
   *
   * @param times from 1
   */
  public String document(int times) {
    List<Integer> each = IntStream.range(0, times).boxed().toList();
    String variables =
        each.stream()
            .map(i -> "$i%d: %s!".formatted(i, input))
            .collect(Collectors.joining(", ", "(", ")"));
    String calls =
        each.stream()
            .map(i ->
                "  m%d: %s(input: $i%d) { %s %s }%n".formatted(i, field, i, selection, REFUSALS))
            .collect(Collectors.joining());
    return "mutation " + variables + " {\n" + calls + "}";
  }

  /** The variables of {@link #document} for these inputs. */
  public static Map<String, Object> variables(List<? extends Map<String, ?>> inputs) {
    return IntStream.range(0, inputs.size())
        .boxed()
        .collect(Collectors.toMap(i -> "i" + i, inputs::get));
  }

  /** Name of the payload at a place, from 0. */
  public static String payload(int place) {
    return "m" + place;
  }

  /** Name of the mutation in the schema. */
  public String field() {
    return field;
  }
}
