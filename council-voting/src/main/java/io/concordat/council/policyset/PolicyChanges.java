package io.concordat.council.policyset;

import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddParameter;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicyChange.AddSemanticType;
import io.concordat.messages.policy.PolicyChange.ChangeParameter;
import io.concordat.messages.policy.PolicyChange.ChangePolicy;
import io.concordat.messages.policy.PolicyChange.ChangeSemanticType;
import io.concordat.messages.policy.PolicyChange.GrantWaiver;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import io.concordat.messages.policy.PolicyChange.RetireSemanticType;
import io.concordat.messages.policy.PolicyChange.RevokeWaiver;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which changes fit a policy set. */
final class PolicyChanges {

  private static final Kind POLICY =
      new Kind("policy", RejectionCode.POLICY_EXISTS, RejectionCode.POLICY_NOT_FOUND);
  private static final Kind SEMANTIC_TYPE =
      new Kind(
          "semantic type",
          RejectionCode.SEMANTIC_TYPE_EXISTS,
          RejectionCode.SEMANTIC_TYPE_NOT_FOUND);
  private static final Kind PARAMETER =
      new Kind("parameter", RejectionCode.PARAMETER_EXISTS, RejectionCode.PARAMETER_NOT_FOUND);
  private static final Kind WAIVER =
      new Kind("waiver", RejectionCode.WAIVER_EXISTS, RejectionCode.WAIVER_NOT_FOUND);

  private PolicyChanges() {}

  /** A kind of entry, and how one that is there, or is not there, is told. */
  private record Kind(String word, RejectionCode exists, RejectionCode notFound) {

    Optional<Rejection> absentFrom(List<String> names, String name) {
      return names.contains(name)
          ? Optional.of(
              new Rejection(
                  exists, "A %s '%s' exists; propose to change it.".formatted(word, name)))
          : Optional.empty();
    }

    Optional<Rejection> presentIn(List<String> names, String name) {
      return names.contains(name)
          ? Optional.empty()
          : Optional.of(
              new Rejection(
                  notFound, "There is no %s '%s' to change or end.".formatted(word, name)));
    }
  }

  /**
   * Why the change does not fit the set; empty where it does.
   *
   * @param from when the change would be in force
   */
  static Optional<Rejection> obstacle(PolicySet set, PolicyChange change, Instant from) {
    List<String> policies = names(set.policies(), Policy::id);
    List<String> types = names(set.semanticTypes(), SemanticType::name);
    List<String> parameters = names(set.parameters(), PolicyParameter::name);
    String subject = change.subject();
    return switch (change) {
      case AddPolicy _ -> POLICY.absentFrom(policies, subject);
      case ChangePolicy _ -> POLICY.presentIn(policies, subject);
      case RetirePolicy _ -> POLICY.presentIn(policies, subject);
      case AddSemanticType _ -> SEMANTIC_TYPE.absentFrom(types, subject);
      case ChangeSemanticType _ -> SEMANTIC_TYPE.presentIn(types, subject);
      case RetireSemanticType _ -> SEMANTIC_TYPE.presentIn(types, subject);
      case AddParameter _ -> PARAMETER.absentFrom(parameters, subject);
      case ChangeParameter changed ->
          PARAMETER.presentIn(parameters, subject).or(() -> outOfBounds(set, changed));
      case GrantWaiver granted ->
          WAIVER
              .absentFrom(names(set.waivers(), Waiver::id), subject)
              .or(() -> POLICY.presentIn(policies, granted.waiver().policy()))
              .or(() -> tooLate(granted.waiver(), from))
              .or(() -> tooLong(granted.waiver(), from));
      case RevokeWaiver _ -> WAIVER.presentIn(names(set.waivers(), Waiver::id), subject);
    };
  }

  /** The policy whose text the change brings; empty where it brings none. */
  static Optional<Policy> newText(PolicyChange change) {
    return switch (change) {
      case AddPolicy add -> Optional.of(add.policy());
      case ChangePolicy changed -> Optional.of(changed.policy());
      case RetirePolicy _,
          AddSemanticType _,
          ChangeSemanticType _,
          RetireSemanticType _,
          AddParameter _,
          ChangeParameter _,
          GrantWaiver _,
          RevokeWaiver _ ->
          Optional.empty();
    };
  }

  private static Optional<Rejection> outOfBounds(PolicySet set, ChangeParameter changed) {
    return set.parameters().stream()
        .filter(parameter -> parameter.name().equals(changed.name()))
        .filter(parameter -> !parameter.admits(changed.value()))
        .findFirst()
        .map(parameter ->
            new Rejection(
                RejectionCode.PARAMETER_OUT_OF_BOUNDS,
                "Parameter '%s' may be set from %s to %s %s, not to %s."
                    .formatted(
                        parameter.name(),
                        parameter.least().toPlainString(),
                        parameter.most().toPlainString(),
                        parameter.unit(),
                        changed.value().toPlainString())));
  }

  private static Optional<Rejection> tooLate(Waiver waiver, Instant from) {
    return waiver.holds(from)
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionCode.WAIVER_ENDS_TOO_EARLY,
                "A waiver until %s would have ended when it comes into force, on %s."
                    .formatted(waiver.until(), from)));
  }

  private static Optional<Rejection> tooLong(Waiver waiver, Instant from) {
    Instant latest = from.plus(Waiver.LONGEST);
    return waiver.until().isAfter(latest)
        ? Optional.of(
            new Rejection(
                RejectionCode.WAIVER_TOO_LONG,
                "A waiver lasts %d days at most; this one would have to end by %s."
                    .formatted(Waiver.LONGEST.toDays(), latest)))
        : Optional.empty();
  }

  private static <T> List<String> names(List<T> entries, Function<T, String> name) {
    return entries.stream().map(name).toList();
  }
}
