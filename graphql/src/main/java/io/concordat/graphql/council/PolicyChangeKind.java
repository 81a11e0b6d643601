package io.concordat.graphql.council;

/** How a proposal would change the policy set, as the schema names it. */
enum PolicyChangeKind {
  ADD,
  CHANGE,
  RETIRE
}
