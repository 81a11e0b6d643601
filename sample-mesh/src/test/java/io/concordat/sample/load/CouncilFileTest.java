package io.concordat.sample.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.contract.policy.PolicyCompiler;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Documents;
import io.concordat.sample.mesh.Mesh;
import io.concordat.sample.mesh.Yaml;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the council of the sample mesh is busy with. */
class CouncilFileTest {

  private final Mesh mesh = Documents.mesh();
  private final List<Yaml> proposals = Documents.file("council.yaml").list("proposals");

  @Test
  void proposed_policies_compile() {
    assertThat(proposals)
        .hasSize(2)
        .allSatisfy(
            proposal -> assertThat(PolicyCompiler.check(policy(proposal), List.of())).isEmpty());
  }

  @Test
  void the_open_vote_is_one_objection_away_from_being_sent_back() {
    Yaml vote = proposals.getFirst();
    Set<String> domains = mesh.domains().stream().map(Mesh.Domain::id).collect(Collectors.toSet());
    List<String> voters = vote.list("votes").stream().map(cast -> cast.text("domain")).toList();
    assertThat(vote.number("votingDays")).isEqualTo(14);
    assertThat(voters).doesNotHaveDuplicates();
    assertThat(domains).containsAll(voters);
    assertThat(vote.list("votes"))
        .filteredOn(cast -> cast.text("choice").equals("OBJECT"))
        .hasSize(2)
        .allSatisfy(cast -> assertThat(cast.has("requestedChange")).isTrue());
  }

  @Test
  void the_rule_that_is_voted_on_would_stop_the_domains_that_object() {
    PolicySet retention =
        new PolicySet(
            1, Instant.EPOCH, List.of(policy(proposals.getFirst())), Foundation.semanticTypes());
    CompiledPolicySet compiled = CompiledPolicySet.compile(retention);
    assertThat(
            mesh.contracts().stream()
                .filter(contract ->
                    !Gate.evaluate(
                            Submission.first(contract.id(), contract.text(), Instant.EPOCH),
                            compiled,
                            UpstreamLookup.existing(_ -> true))
                        .passed())
                .map(ContractDocument::id))
        .containsExactlyInAnyOrder(
            "catalog/categories/category",
            "pricing/price-elasticity/elasticity",
            "warehouse/locations/location");
  }

  private static Policy policy(Yaml proposal) {
    Yaml policy = proposal.mapping("change").mapping("policy");
    return new Policy(
        policy.text("id"),
        policy.text("title"),
        PolicyFamily.valueOf(policy.text("family")),
        PolicyScope.valueOf(policy.text("scope")),
        Severity.valueOf(policy.text("severity")),
        policy.text("expression"),
        policy.text("message"),
        policy.text("documentation"));
  }
}
