package io.concordat.council.policyset;

import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.SemanticType;
import java.util.List;

/** Port: compiles and type-checks policies. Does no I/O. */
public interface PolicyCheck {

  /**
   * What keeps the policies from being used, in the order of the policies; empty where all compile.
   *
   * @param policies to be checked
   * @param semanticTypes of the policy set that they belong to
   */
  List<PolicyProblem> problems(List<Policy> policies, List<SemanticType> semanticTypes);
}
