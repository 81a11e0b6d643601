package io.concordat.sample.api;

import java.util.List;

/** The queries that the loader sends. */
public final class Queries {

  /** How far a proposal has come; {@code $id}. */
  public static final String PROPOSAL =
      "query ($id: ID!) { proposal(id: $id) { status votes { domain { id } } } }";

  /** How far an incident has come; {@code $id}. */
  public static final String INCIDENT = "query ($id: ID!) { incident(id: $id) { status } }";

  /** Where a data request stands; {@code $id}. */
  public static final String DATA_REQUEST = "query ($id: ID!) { dataRequest(id: $id) { status } }";

  /** Who takes part in a migration; {@code $id}. */
  public static final String MIGRATION =
      "query ($id: ID!) { migration(id: $id) { participants { id } } }";

  private Queries() {}

  /** All of them. */
  public static List<String> all() {
    return List.of(PROPOSAL, INCIDENT, DATA_REQUEST, MIGRATION);
  }
}
