package io.concordat.graphql.error;

import java.util.List;

/**
 * What the domain refuses, as clients see it.
 *
 * @param code stable, see docs/errors.md
 * @param path the part of the input that is concerned, empty where it is none in particular
 */
public record UserError(String code, String message, List<String> path) {

  public UserError {
    path = List.copyOf(path);
  }
}
