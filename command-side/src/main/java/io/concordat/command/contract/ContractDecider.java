package io.concordat.command.contract;

import io.concordat.command.Authority;
import io.concordat.command.contract.ContractState.Published;
import io.concordat.command.contract.ContractState.Unpublished;
import io.concordat.command.contract.Version.Active;
import io.concordat.command.contract.Version.Deprecated;
import io.concordat.command.contract.Version.Judged;
import io.concordat.command.contract.Version.Retired;
import io.concordat.contract.Digest;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.change.Succession;
import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractCommand;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of contracts. What a submission meets, in this order:
 *
 * <ol>
 *   <li>Its product must exist, and the caller must be allowed to publish for it.
 *   <li>The very document of a version that is served, to the character, changes nothing, so that a
 *       pipeline may run again. It is not judged again.
 *   <li>A document that cannot be read as a contract is rejected by an event with all that is
 *       wrong: what it says of its version counts for nothing.
 *   <li>A version that exists, or is not higher than the latest one, is a conflict with what others
 *       have published meanwhile. The command is refused, and nothing becomes history, whatever the
 *       policies say of the document.
 *   <li>It is compared with the latest release. A version that is too small a step for what has
 *       changed breaks the policy {@code semver}.
 *   <li>A document that breaks a policy is rejected by an event with all violations.
 *   <li>Else the version is published, and each version in force of a lower major number is
 *       deprecated, whether or not anything breaks: the producer has said that a new line begins. A
 *       pre-release deprecates nothing.
 * </ol>
 */
final class ContractDecider {

  /** The least time for which a version is served beside its successor. */
  static final Duration LEAST_NOTICE = NoticePeriod.LEAST;

  private ContractDecider() {}

  /** The answer to a command in a state. */
  static Decision<ContractEvent> decide(
      ContractState state, ContractCommand command, DecisionContext context, ContractFacts facts) {
    return switch (command) {
      case PublishContractVersion publish -> publish(state, publish, context, facts);
      case RetireContractVersion retire -> SupportWindow.retire(state, retire, context, facts);
      case ExtendSupport extend -> SupportWindow.extend(state, extend, context, facts);
      case AssessContract assess -> Assessment.decide(state, assess, context, facts);
    };
  }

  /** The state after an event. */
  static ContractState evolve(ContractState state, ContractEvent event) {
    return switch (event) {
      case ContractVersionPublished published ->
          state.with(
              new Version(
                  SemanticVersion.of(published.version()),
                  published.digest(),
                  NoticePeriod.of(published.document()).orElse(null),
                  new Active(),
                  latestNumber(state),
                  Judged.by(published.verdict())),
              published.document());
      case ContractVersionRejected rejected -> state;
      case ContractVersionDeprecated deprecated ->
          state.with(deprecated.version(), new Deprecated(deprecated.supportedUntil()));
      case ContractSupportExtended extended ->
          state.with(extended.version(), new Deprecated(extended.supportedUntil()));
      case ContractVersionRetired retired -> state.with(retired.version(), new Retired());
      case ContractAssessed assessed ->
          state.with(assessed.version(), Judged.by(assessed.verdict()));
    };
  }

  private static Decision<ContractEvent> publish(
      ContractState state,
      PublishContractVersion command,
      DecisionContext context,
      ContractFacts facts) {
    if (facts.owner() == null) {
      return Decision.reject(
          RejectionCode.PRODUCT_NOT_FOUND,
          "No data product " + command.contract().product() + " is registered; register it first.");
    }
    if (!Authority.PUBLISH_CONTRACT.permits(context.actor(), facts.owner())) {
      return Authority.PUBLISH_CONTRACT.refuse();
    }
    String digest = Digest.sha256(command.document());
    Optional<Version> same =
        state.versions().stream().filter(version -> version.digest().equals(digest)).findFirst();
    return same.isPresent()
        ? again(command, same.get())
        : judge(state, command, digest, context, facts);
  }

  private static Decision<ContractEvent> again(PublishContractVersion command, Version same) {
    return switch (same.standing()) {
      case Active(), Deprecated(var _) -> Decision.nothingToDo();
      case Retired() ->
          Decision.reject(
              RejectionCode.CONTRACT_VERSION_EXISTS,
              "Version "
                  + same.number()
                  + " of "
                  + command.contract()
                  + " was published before and is retired; publish a higher one.");
    };
  }

  private static Decision<ContractEvent> judge(
      ContractState state,
      PublishContractVersion command,
      String digest,
      DecisionContext context,
      ContractFacts facts) {
    LatestRelease latest = state.latestRelease();
    Judgement judgement =
        facts
            .gate()
            .judge(
                command.contract(),
                command.document(),
                latest == null ? null : latest.asPredecessor());
    OdcsContract contract = judgement.result().contract();
    ContractOutline outline = judgement.result().outline();
    if (contract == null || outline == null) {
      return rejected(command, judgement, digest, context);
    }
    Optional<Decision<ContractEvent>> conflict = conflict(state, command, contract.version());
    if (conflict.isPresent()) {
      return conflict.get();
    }
    if (!judgement.verdict().passed()) {
      return rejected(command, judgement, digest, context);
    }
    String version = contract.version().toString();
    List<ContractEvent> events = new ArrayList<>();
    events.add(
        new ContractVersionPublished(
            command.contract(),
            version,
            command.document(),
            digest,
            outline,
            judgement.verdict(),
            judgement.basis(),
            judgement.succession().map(Succession::changes).orElse(List.of()),
            context.now(),
            context.actor().subject()));
    state.versions().stream()
        .filter(predecessor -> predecessor.isBrokenBy(contract.version()))
        .map(predecessor ->
            new ContractVersionDeprecated(
                command.contract(),
                predecessor.number().toString(),
                version,
                supportedUntil(predecessor, context.now())))
        .forEach(events::add);
    return new Decision.Accepted<>(events);
  }

  private static Optional<Decision<ContractEvent>> conflict(
      ContractState state, PublishContractVersion command, SemanticVersion wanted) {
    return switch (state) {
      case Unpublished() -> Optional.empty();
      case Published published when published.version(wanted.toString()).isPresent() ->
          Optional.of(
              Decision.reject(
                  RejectionCode.CONTRACT_VERSION_EXISTS,
                  "Version "
                      + wanted
                      + " of "
                      + command.contract()
                      + " was published before, with another document."));
      case Published published when wanted.comparePrecedence(published.latest().number()) <= 0 ->
          Optional.of(
              Decision.reject(
                  RejectionCode.CONTRACT_VERSION_NOT_HIGHER,
                  "Version "
                      + wanted
                      + " is not higher than "
                      + published.latest().number()
                      + ", the latest one of "
                      + command.contract()
                      + "."));
      case Published _ -> Optional.empty();
    };
  }

  private static Decision<ContractEvent> rejected(
      PublishContractVersion command, Judgement judgement, String digest, DecisionContext context) {
    return Decision.accept(
        new ContractVersionRejected(
            command.contract(),
            judgement.version(),
            command.document(),
            digest,
            judgement.verdict(),
            judgement.basis(),
            context.now(),
            context.actor().subject()));
  }

  private static @Nullable String latestNumber(ContractState state) {
    LatestRelease latest = state.latestRelease();
    return latest == null ? null : latest.number().toString();
  }

  private static Instant supportedUntil(Version predecessor, Instant now) {
    Instant least = now.plus(LEAST_NOTICE);
    NoticePeriod notice = predecessor.notice();
    return notice == null || notice.after(now).isBefore(least) ? least : notice.after(now);
  }
}
