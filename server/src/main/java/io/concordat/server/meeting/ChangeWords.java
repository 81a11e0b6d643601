package io.concordat.server.meeting;

import static io.concordat.server.export.MarkdownText.escaped;

import io.concordat.contract.export.MarkdownCode;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.ProposedChange;

/** What a proposal would change, in a Markdown sentence. */
final class ChangeWords {

  private ChangeWords() {}

  static String of(ProposedChange change) {
    String subject = MarkdownCode.span(change.subject());
    return switch (change) {
      case PolicyChange.AddPolicy add ->
          "Adds the policy " + subject + ": " + escaped(add.policy().title());
      case PolicyChange.ChangePolicy changed ->
          "Changes the policy " + subject + ": " + escaped(changed.policy().title());
      case PolicyChange.RetirePolicy _ -> "Retires the policy " + subject + ".";
      case PolicyChange.AddSemanticType _ -> "Adds the semantic type " + subject + ".";
      case PolicyChange.ChangeSemanticType _ -> "Changes the semantic type " + subject + ".";
      case PolicyChange.RetireSemanticType _ -> "Retires the semantic type " + subject + ".";
      case PolicyChange.AddParameter add ->
          "Adds the parameter "
              + subject
              + " with the value "
              + add.parameter().value().toPlainString()
              + ".";
      case PolicyChange.ChangeParameter changed ->
          "Sets the parameter " + subject + " to " + changed.value().toPlainString() + ".";
      case PolicyChange.GrantWaiver granted ->
          "Lets "
              + MarkdownCode.span(granted.waiver().contract())
              + " break the policy "
              + MarkdownCode.span(granted.waiver().policy())
              + " for a time.";
      case PolicyChange.RevokeWaiver _ -> "Revokes the waiver " + subject + ".";
      case CouncilRuleChange other -> "Changes the council's rules: " + rules(other.rules());
    };
  }

  private static String rules(CouncilRules rules) {
    return "a quorum of %d percent, back at %d objections, rounds of %d hours to %d days."
        .formatted(
            rules.quorumPercent(),
            rules.objectionLimit(),
            rules.shortestRound().toHours(),
            rules.longestRound().toDays());
  }
}
