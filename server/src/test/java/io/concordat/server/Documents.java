package io.concordat.server;

import java.util.Map;

/** GraphQL documents and contracts that several tests use. */
final class Documents {

  static final String REGISTER_DOMAIN =
      """
      mutation($input: RegisterDomainInput!) { registerDomain(input: $input) {
        domain { id name representative } receipt { position readable } userErrors { code message path } } }
      """;
  static final String APPOINT =
      """
      mutation($input: AppointRepresentativeInput!) { appointRepresentative(input: $input) {
        domain { id representative } receipt { position readable } userErrors { code message path } } }
      """;
  static final String REGISTER_PRODUCT =
      """
      mutation($input: RegisterDataProductInput!) { registerDataProduct(input: $input) {
        dataProduct { id discoverable domain { id } } userErrors { code message path } } }
      """;
  static final String PUBLISH =
      """
      mutation($input: PublishContractVersionInput!) { publishContractVersion(input: $input) {
        contract { id versions { version status } } version { version status digest document }
        verdict { passed policySet violations { policy severity path line message } }
        receipt { position revision readable } userErrors { code message path } } }
      """;
  static final String OPEN_PROPOSAL =
      """
      mutation($input: OpenProposalInput!) { openProposal(input: $input) {
        proposal { id status round author { id } } receipt { position readable } userErrors { code message path } } }
      """;
  static final String START_VOTING =
      """
      mutation($input: StartVotingInput!) { startVoting(input: $input) {
        proposal { id status closesAt } userErrors { code message path } } }
      """;
  static final String CAST_VOTE =
      """
      mutation($input: CastVoteInput!) { castVote(input: $input) {
        proposal { id status objections consents votes { domain { id } choice reason requestedChange } }
        receipt { position readable } userErrors { code message path } } }
      """;
  static final String RECORD_COMPLIANCE =
      """
      mutation($input: RecordComplianceInput!) {
        recordCompliance(input: $input) {
          compliance { passed failed percent } userErrors { code message }
        }
      }
      """;

  static final String OPEN_INCIDENT =
      """
      mutation($input: OpenIncidentInput!) { openIncident(input: $input) {
        incident { id status downstream { id depth } } userErrors { code message path } } }
      """;

  private Documents() {}

  /**
   * A proposal that adds a warning-free rule which every contract of these tests keeps or breaks by
   * its tags.
   */
  static Map<String, Object> tagRule(String title) {
    return Map.of(
        "title",
        title,
        "rationale",
        "Readers look for products by tag.",
        "change",
        Map.of(
            "kind",
            "ADD",
            "policy",
            Map.of(
                "id", "tagged",
                "title", "Every contract has a tag",
                "family", "DOCUMENTATION",
                "scope", "CONTRACT",
                "severity", "ERROR",
                "expression", "size(contract.tags) > 0",
                "message", "the contract has no tag",
                "documentation", "Tags are how people find products.")));
  }

  /** A contract that passes the first policy set. */
  static String contract(String id, String version, String upstream) {
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: %s
    name: Test contract
    version: %s
    status: active
    description:
      purpose: Shows what a contract is.
    team:
      name: Test team
      members:
        - username: owner-test
          role: owner
    schema:
      - name: thing
        logicalType: object
        physicalType: table
        properties:
          - name: thing_id
            logicalType: string
            required: true
            primaryKey: true
            primaryKeyPosition: 1
            classification: internal
            description: Names the thing.
            customProperties:
              - property: semanticType
                value: entity-id
            quality:
              - metric: nullValues
                dimension: completeness
                unit: percent
                mustBeLessThan: 1
              - metric: invalidValues
                dimension: accuracy
                unit: percent
                mustBeLessThan: 1
                arguments:
                  pattern: "^[A-Z]+$"
          - name: amount
            logicalType: number
            classification: internal
            description: What it is worth.
            customProperties:
              - property: semanticType
                value: monetary-amount
    slaProperties:
      - property: latency
        value: 4
        unit: h
    customProperties:
      - property: upstreamContracts
        value: [%s]
      - property: exampleQueries
        value:
          - title: All of them
            sql: select * from thing
    """
        .formatted(id, version, upstream);
  }
}
