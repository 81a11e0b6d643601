package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.concordat.messages.EventType;
import java.time.Instant;
import java.util.List;

/**
 * The first policy set, number 1, with which a mesh starts.
 *
 * @param policies sorted by id
 * @param semanticTypes sorted by name
 * @param effectiveFrom from when the set is in force, UTC
 * @param parameters sorted by name; stored only where there are any
 */
@EventType("policy-set.founded")
public record PolicySetFounded(
    List<Policy> policies,
    List<SemanticType> semanticTypes,
    Instant effectiveFrom,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<PolicyParameter> parameters)
    implements PolicySetEvent {

  public PolicySetFounded {
    policies = List.copyOf(policies);
    semanticTypes = List.copyOf(semanticTypes);
    parameters = List.copyOf(parameters);
  }
}
