package io.concordat.messages.policy;

import io.concordat.messages.Query;
import java.util.Map;
import java.util.Set;

/**
 * Asks who decided policies as they stood in policy sets. What no set holds, such as the rules of
 * the contract standard, is left out.
 */
public record FindPolicyOrigins(Set<PolicyKey> keys)
    implements Query<Map<PolicyKey, PolicyOriginView>> {}
