package io.concordat.command.contract;

import io.concordat.command.Authority;
import io.concordat.command.contract.ContractState.Unpublished;
import io.concordat.command.contract.Version.Active;
import io.concordat.command.contract.Version.Deprecated;
import io.concordat.command.contract.Version.Retired;
import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import java.time.Instant;
import java.util.function.Function;

/**
 * How a version with a successor ends: on the day that was promised, or on a later one, never on an
 * earlier one, whoever asks.
 */
final class SupportWindow {

  private SupportWindow() {}

  static Decision<ContractEvent> retire(
      ContractState state,
      RetireContractVersion command,
      DecisionContext context,
      ContractFacts facts) {
    return decide(
        state,
        command.contract(),
        command.version(),
        Authority.RETIRE_CONTRACT,
        context,
        facts,
        version -> retire(version, command, context));
  }

  static Decision<ContractEvent> extend(
      ContractState state, ExtendSupport command, DecisionContext context, ContractFacts facts) {
    return decide(
        state,
        command.contract(),
        command.version(),
        Authority.EXTEND_SUPPORT,
        context,
        facts,
        version -> extend(version, command, context));
  }

  /** Whether the version is deprecated and promised until the wished day, or for longer. */
  static boolean lastsUntil(ContractState state, ExtendSupport command) {
    return state
        .version(command.version())
        .filter(version ->
            version.standing() instanceof Deprecated(Instant supportedUntil)
                && !command.until().isAfter(supportedUntil))
        .isPresent();
  }

  private static Decision<ContractEvent> decide(
      ContractState state,
      ContractId contract,
      String version,
      Authority act,
      DecisionContext context,
      ContractFacts facts,
      Function<Version, Decision<ContractEvent>> found) {
    if (state instanceof Unpublished) {
      return Decision.reject(
          RejectionCode.CONTRACT_NOT_FOUND,
          "No version of the contract " + contract + " has been published.");
    }
    if (!act.permits(context.actor(), facts.owner())) {
      return act.refuse();
    }
    return state
        .version(version)
        .map(found)
        .orElseGet(() ->
            Decision.reject(
                RejectionCode.CONTRACT_VERSION_NOT_FOUND,
                "The contract " + contract + " has no version " + version + "."));
  }

  private static Decision<ContractEvent> retire(
      Version version, RetireContractVersion command, DecisionContext context) {
    return switch (version.standing()) {
      case Active() ->
          Decision.reject(
              RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
              "Version "
                  + version.number()
                  + " is in force; it can be retired some time after a new major version has come.");
      case Deprecated(Instant supportedUntil) when context.now().isBefore(supportedUntil) ->
          Decision.reject(
              RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED,
              "Version "
                  + version.number()
                  + " is promised to its readers until "
                  + supportedUntil
                  + "; nobody can retire it before.");
      case Deprecated(var _) ->
          Decision.accept(
              new ContractVersionRetired(
                  command.contract(), version.number().toString(), context.now()));
      case Retired() -> Decision.nothingToDo();
    };
  }

  private static Decision<ContractEvent> extend(
      Version version, ExtendSupport command, DecisionContext context) {
    return switch (version.standing()) {
      case Active() ->
          Decision.reject(
              RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
              "Version "
                  + version.number()
                  + " is in force and has no last day; there is nothing to extend.");
      case Deprecated(Instant supportedUntil) when command.until().equals(supportedUntil) ->
          Decision.nothingToDo();
      case Deprecated(Instant supportedUntil) when command.until().isBefore(supportedUntil) ->
          Decision.reject(
              RejectionCode.CONTRACT_SUPPORT_NOT_SHORTENED,
              "Version "
                  + version.number()
                  + " is promised to its readers until "
                  + supportedUntil
                  + "; name a later day.");
      case Deprecated(var _) when command.until().isAfter(NoticePeriod.latestEnd(context.now())) ->
          Decision.reject(
              RejectionCode.CONTRACT_SUPPORT_TOO_LONG,
              "Support can be extended until "
                  + NoticePeriod.latestEnd(context.now())
                  + " at most.");
      case Deprecated(var _) ->
          Decision.accept(
              new ContractSupportExtended(
                  command.contract(),
                  version.number().toString(),
                  command.until(),
                  context.now(),
                  context.actor().subject()));
      case Retired() ->
          Decision.reject(
              RejectionCode.CONTRACT_VERSION_RETIRED,
              "Version "
                  + version.number()
                  + " of "
                  + command.contract()
                  + " is retired; its readers have to move.");
    };
  }
}
