package io.concordat.contract.gate;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.change.Succession;
import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a submission, whoever asks: a publication, a check, an assessment years
 * later, or an auditor who judges again. It is the gate's verdict and the two rules that hold
 * whatever the council decides: the notice period can be read, and the version is a large enough
 * step.
 *
 * @param result of the gate alone
 * @param verdict on the whole, under the policy set that the gate was given
 * @param succession how the document follows the release before it; empty where there is none, or
 *     where the document is not a contract
 * @param basis what the verdict rests on besides document and policy set
 */
public record Judgement(
    GateResult result, Verdict verdict, Optional<Succession> succession, VerdictBasis basis) {

  /**
   * The version: of a contract as it is read, else as the document gives it; null where it could
   * not be read.
   */
  public @Nullable String version() {
    OdcsContract contract = result.contract();
    return contract == null ? result.version() : contract.version().toString();
  }

  /** The release with which a document is compared. */
  public record Predecessor(SemanticVersion number, String document) {}

  /**
   * Judges. The same arguments and the same answers of the lookup give the same judgement.
   *
   * @param contractId as which the document was submitted
   * @param previous null where nothing was published before
   * @param at when it is judged, UTC; decides which waivers hold
   */
  public static Judgement of(
      String contractId,
      String document,
      @Nullable Predecessor previous,
      Instant at,
      CompiledPolicySet policies,
      UpstreamLookup upstream) {
    GateResult result =
        Gate.evaluate(
            new Submission(contractId, document, previous == null ? null : previous.document(), at),
            policies,
            upstream);
    OdcsContract contract = result.contract();
    if (contract == null) {
      return new Judgement(
          result, result.verdict(), Optional.empty(), new VerdictBasis(null, result.upstream()));
    }
    VerdictBasis basis =
        new VerdictBasis(
            previous == null ? null : previous.number().toString(),
            result.upstream(),
            result.drift(),
            result.budget());
    Optional<Succession> succession =
        Optional.ofNullable(previous)
            .map(before ->
                Succession.of(
                    before.number(),
                    Optional.ofNullable(OdcsReader.read(before.document()).contract()),
                    contract));
    List<Violation> violations = new ArrayList<>(result.verdict().violations());
    NoticePeriod.violation(contract).ifPresent(violations::add);
    succession.flatMap(Succession::violation).ifPresent(violations::add);
    return new Judgement(
        result, new Verdict(result.verdict().policySet(), violations), succession, basis);
  }
}
