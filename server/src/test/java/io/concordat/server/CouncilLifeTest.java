package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.START_VOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The life of a proposal, through GraphQL: drafted, talked about, sent back by three domains, one
 * of them by its delegate, revised, and adopted while the council changes beneath it.
 */
class CouncilLifeTest {

  private static final String DRAFT =
      """
      mutation($input: OpenProposalInput!) { draftProposal(input: $input) {
        proposal { id status title } userErrors { code message path } } }
      """;
  private static final String EDIT_DRAFT =
      """
      mutation($input: EditDraftInput!) { editDraft(input: $input) {
        proposal { id status title } userErrors { code message path } } }
      """;
  private static final String OPEN_DRAFT =
      """
      mutation($input: OpenDraftInput!) { openDraft(input: $input) {
        proposal { id status title } userErrors { code message path } } }
      """;
  private static final String ADD_COMMENT =
      """
      mutation($input: AddCommentInput!) { addComment(input: $input) {
        comment { id round parent author domain { id } body bodyHtml editedAt }
        userErrors { code message path } } }
      """;
  private static final String EDIT_COMMENT =
      """
      mutation($input: EditCommentInput!) { editComment(input: $input) {
        comment { id body editedAt texts { body } } userErrors { code message path } } }
      """;
  private static final String DELEGATE =
      """
      mutation($input: DelegateSeatInput!) { delegateSeat(input: $input) {
        council { seats { domain { id } delegation { delegate until } } }
        userErrors { code message path } } }
      """;
  private static final String VACATE =
      """
      mutation($input: VacateSeatInput!) { vacateSeat(input: $input) {
        council { seats { domain { id } } } userErrors { code message path } } }
      """;
  private static final String REVISE =
      """
      mutation($input: ReviseProposalInput!) { reviseProposal(input: $input) {
        proposal { id status round } userErrors { code message path } } }
      """;
  private static final String HISTORY =
      """
      query($id: ID!) { proposal(id: $id) { status policySet
        history { round changes { field before after parts { kind text } }
          objections { domain { id } voter reason addressed } }
        comments(first: 10) { totalCount edges { node { body parent } } } } }
      """;
  private static final String WAITING =
      "{ viewer { represents { id } delegateUntil waitingForMyVote { id } } }";

  @Test
  void livesThroughTwoRounds() {
    ShiftedClock.setAhead(Duration.ZERO);
    try (Node node = Node.start(Stores.fresh(), List.of(ShiftedClock.class))) {
      Client governance = node.as("governance");
      for (String domain : List.of("alpha", "beta", "gamma", "delta", "epsilon")) {
        governance.tell(
            "registerDomain",
            REGISTER_DOMAIN,
            "input",
            Map.of("id", domain, "name", domain, "description", "A domain."));
        governance.tell(
            "appointRepresentative",
            APPOINT,
            "input",
            Map.of("domain", domain, "representative", "rep-" + domain));
      }
      Client alpha = node.as("rep-alpha");
      Client beta = node.as("rep-beta");
      Client gamma = node.as("rep-gamma");
      Client delegate = node.as("rep-of-gamma");

      String proposal = drafted(alpha, beta);
      assertThat(
              beta.ask(
                      "{ suggestSemanticTypes(name: \"contact_email\", logicalType: \"string\")"
                          + " { semanticType { name } score reasons } }")
                  .at("/suggestSemanticTypes/0/semanticType/name")
                  .asString())
          .isEqualTo("email-address");
      String written =
          "{ auditTrail(type: [\"proposal.drafted\"]) { totalCount edges { node { type } } } }";
      assertThat(beta.ask(written).at("/auditTrail/totalCount").asInt()).isZero();
      assertThat(beta.ask(written).at("/auditTrail/edges").isEmpty()).isTrue();
      assertThat(node.as("auditor").ask(written).at("/auditTrail/totalCount").asInt()).isEqualTo(1);
      discussed(alpha, beta, node.as("viewer"), proposal);

      alpha.tell("startVoting", START_VOTING, "input", closing(proposal));
      gamma.tell(
          "delegateSeat",
          DELEGATE,
          "input",
          Map.of(
              "domain",
              "gamma",
              "delegate",
              "rep-of-gamma",
              "until",
              Instant.now().plus(Duration.ofHours(1)).toString()));
      assertThat(
              beta.refused(
                  "delegateSeat",
                  DELEGATE,
                  "input",
                  Map.of(
                      "domain", "beta",
                      "delegate", "rep-of-gamma",
                      "until", Instant.now().plus(Duration.ofHours(1)).toString())))
          .containsExactly("DELEGATE_NOT_FREE");
      JsonNode viewer = delegate.ask(WAITING).get("viewer");
      assertThat(viewer.at("/represents/id").asString()).isEqualTo("gamma");
      assertThat(viewer.at("/delegateUntil").isNull()).isFalse();
      assertThat(viewer.at("/waitingForMyVote/0/id").asString()).isEqualTo(proposal);

      sentBack(node, beta, delegate, proposal);
      assertThat(delegate.ask(WAITING).at("/viewer/waitingForMyVote").isEmpty()).isTrue();
      revised(alpha, proposal);

      alpha.tell("startVoting", START_VOTING, "input", closing(proposal));
      for (String domain : List.of("alpha", "beta", "gamma", "epsilon")) {
        node.as("rep-" + domain)
            .tell(
                "castVote", CAST_VOTE, "input", Map.of("proposal", proposal, "choice", "CONSENT"));
      }
      theCouncilChanges(governance, proposal);

      ShiftedClock.setAhead(Duration.ofDays(3));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(alpha.ask(HISTORY, "id", proposal).at("/proposal/status").asString())
                  .isEqualTo("ADOPTED"));
      assertThat(alpha.ask(HISTORY, "id", proposal).at("/proposal/policySet").asInt()).isEqualTo(2);
      assertThat(
              node.as("rep-of-gamma")
                  .refused(
                      "draftProposal", DRAFT, "input", Documents.tagRule("Mine, all the same")))
          .as("the delegation ended by itself")
          .containsExactly("NO_SEAT");
      councilRules(node.as("rep-alpha"));
    } finally {
      ShiftedClock.setAhead(Duration.ZERO);
    }
  }

  private static String drafted(Client alpha, Client beta) {
    JsonNode draft =
        alpha.tell("draftProposal", DRAFT, "input", Documents.tagRule("Rough")).get("proposal");
    String proposal = draft.get("id").asString();
    assertThat(draft.get("status").asString()).isEqualTo("DRAFT");
    String find = "query($id: ID!) { proposal(id: $id) { title } node(id: $id) { id } }";
    String drafts = "{ proposals(status: [DRAFT]) { totalCount } }";
    assertThat(beta.ask(find, "id", proposal).get("proposal").isNull()).isTrue();
    assertThat(beta.ask(find, "id", proposal).get("node").isNull()).isTrue();
    assertThat(beta.ask(drafts).at("/proposals/totalCount").asInt()).isZero();
    assertThat(alpha.ask(drafts).at("/proposals/totalCount").asInt()).isEqualTo(1);

    Map<String, Object> edited = new HashMap<>(Documents.tagRule("Tags"));
    edited.put("proposal", proposal);
    assertThat(beta.refused("editDraft", EDIT_DRAFT, "input", edited))
        .containsExactly("NOT_THE_AUTHOR");
    alpha.tell("editDraft", EDIT_DRAFT, "input", edited);
    JsonNode opened =
        alpha.tell("openDraft", OPEN_DRAFT, "input", Map.of("proposal", proposal)).get("proposal");
    assertThat(opened.get("status").asString()).isEqualTo("DISCUSSION");
    assertThat(beta.ask(find, "id", proposal).at("/proposal/title").asString()).isEqualTo("Tags");
    return proposal;
  }

  private static void discussed(Client alpha, Client beta, Client viewer, String proposal) {
    JsonNode first =
        beta.tell(
                "addComment",
                ADD_COMMENT,
                "input",
                Map.of("proposal", proposal, "body", "**Why** <script>alert(1)</script>?"))
            .get("comment");
    assertThat(first.at("/domain/id").asString()).isEqualTo("beta");
    assertThat(first.get("bodyHtml").asString())
        .contains("<strong>Why</strong>")
        .doesNotContain("<script>");
    String comment = first.get("id").asString();
    alpha.tell(
        "addComment",
        ADD_COMMENT,
        "input",
        Map.of("proposal", proposal, "parent", comment, "body", "So that products are found."));
    Map<String, Object> edit = Map.of("proposal", proposal, "comment", comment, "body", "Why?");
    assertThat(alpha.refused("editComment", EDIT_COMMENT, "input", edit))
        .containsExactly("NOT_ALLOWED");
    JsonNode edited = beta.tell("editComment", EDIT_COMMENT, "input", edit).get("comment");
    assertThat(edited.get("texts").size()).isEqualTo(2);
    assertThat(edited.get("editedAt").isNull()).isFalse();
    assertThat(
            viewer.refused(
                "addComment", ADD_COMMENT, "input", Map.of("proposal", proposal, "body", "Me!")))
        .containsExactly("NOT_ALLOWED");
    JsonNode comments = viewer.ask(HISTORY, "id", proposal).at("/proposal/comments");
    assertThat(comments.get("totalCount").asInt()).isEqualTo(2);
    assertThat(comments.at("/edges/0/node/body").asString()).isEqualTo("Why?");
    assertThat(comments.at("/edges/1/node/parent").asString()).isEqualTo(comment);
  }

  private static void sentBack(Node node, Client beta, Client delegate, String proposal) {
    assertThat(
            node.as("rep-elsewhere")
                .refused("castVote", CAST_VOTE, "input", objection(proposal, "Not mine.")))
        .containsExactly("NO_SEAT");
    beta.tell("castVote", CAST_VOTE, "input", objection(proposal, "Too strict."));
    delegate.tell("castVote", CAST_VOTE, "input", objection(proposal, "Too vague."));
    node.as("rep-delta").tell("castVote", CAST_VOTE, "input", objection(proposal, "Too early."));
    assertThat(
            node.as("rep-epsilon")
                .refused("castVote", CAST_VOTE, "input", objection(proposal, "Too late.")))
        .containsExactly("VOTING_NOT_OPEN");
    JsonNode round = beta.ask(HISTORY, "id", proposal).at("/proposal");
    assertThat(round.get("status").asString()).isEqualTo("SENT_BACK");
    assertThat(round.at("/history/0/objections").size()).isEqualTo(3);
    assertThat(round.at("/history/0/objections/2/voter").asString()).isEqualTo("rep-of-gamma");
    assertThat(round.at("/history/0/objections/0/addressed").isNull()).isTrue();
  }

  private static void revised(Client alpha, String proposal) {
    Map<String, Object> milder = new HashMap<>(Documents.tagRule("Tags"));
    milder.put("proposal", proposal);
    milder.put("rationale", "Readers look for products by topic.");
    milder.put("addressed", List.of("beta", "gamma"));
    alpha.tell("reviseProposal", REVISE, "input", milder);
    JsonNode history = alpha.ask(HISTORY, "id", proposal).at("/proposal/history");
    assertThat(
            history
                .at("/0/objections")
                .valueStream()
                .map(told ->
                    told.at("/domain/id").asString() + " " + told.get("addressed").asBoolean()))
        .containsExactly("beta true", "delta false", "gamma true");
    JsonNode changes = history.at("/1/changes");
    assertThat(changes.size()).isEqualTo(1);
    assertThat(changes.at("/0/field").asString()).isEqualTo("rationale");
    assertThat(
            changes
                .at("/0/parts")
                .valueStream()
                .map(part -> part.get("kind").asString() + " " + part.get("text").asString()))
        .contains("REMOVED tag", "ADDED topic");
  }

  private static void theCouncilChanges(Client governance, String proposal) {
    governance.tell("vacateSeat", VACATE, "input", Map.of("domain", "epsilon"));
    governance.tell(
        "appointRepresentative",
        APPOINT,
        "input",
        Map.of("domain", "beta", "representative", "rep-new", "replaces", "rep-beta"));
    JsonNode votes =
        governance
            .ask(
                "query($id: ID!) { proposal(id: $id) { votes { domain { id } } } }", "id", proposal)
            .at("/proposal/votes");
    assertThat(votes.valueStream().map(vote -> vote.at("/domain/id").asString()))
        .containsExactlyInAnyOrder("alpha", "beta", "gamma");
  }

  private static void councilRules(Client alpha) {
    String open =
        """
        mutation($input: OpenProposalInput!) { openProposal(input: $input) {
          proposal { policy { id } change { kind policyId councilRules { quorumPercent } } }
          userErrors { code message path } } }
        """;
    assertThat(alpha.refused("openProposal", open, "input", rules(5)))
        .containsExactly("COUNCIL_RULES_OUT_OF_BOUNDS");
    JsonNode change = alpha.tell("openProposal", open, "input", rules(60)).at("/proposal/change");
    assertThat(change.get("kind").asString()).isEqualTo("CHANGE_COUNCIL_RULES");
    assertThat(change.at("/councilRules/quorumPercent").asInt()).isEqualTo(60);
  }

  private static Map<String, Object> rules(int quorum) {
    return Map.of(
        "title",
        "A larger quorum",
        "rationale",
        "Rules bind all.",
        "change",
        Map.of(
            "kind",
            "CHANGE_COUNCIL_RULES",
            "councilRules",
            Map.of(
                "quorumPercent", quorum,
                "objectionLimit", 3,
                "shortestRoundSeconds", 3_600,
                "longestRoundSeconds", 2_592_000)));
  }

  private static Map<String, Object> closing(String proposal) {
    return Map.of(
        "proposal", proposal, "closesAt", Instant.now().plus(Duration.ofDays(2)).toString());
  }

  private static Map<String, Object> objection(String proposal, String reason) {
    return Map.of(
        "proposal",
        proposal,
        "choice",
        "OBJECT",
        "reason",
        reason,
        "requestedChange",
        "Begin with a warning.");
  }
}
