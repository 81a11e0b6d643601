package io.concordat.graphql.council;

/** How a proposal would change the policy set or the council's rules, as the schema names it. */
enum PolicyChangeKind {
  ADD,
  CHANGE,
  RETIRE,
  ADD_SEMANTIC_TYPE,
  CHANGE_SEMANTIC_TYPE,
  RETIRE_SEMANTIC_TYPE,
  ADD_PARAMETER,
  CHANGE_PARAMETER,
  GRANT_WAIVER,
  REVOKE_WAIVER,
  CHANGE_COUNCIL_RULES
}
