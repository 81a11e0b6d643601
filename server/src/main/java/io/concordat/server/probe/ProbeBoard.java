package io.concordat.server.probe;

import io.concordat.command.MeshDirectory;
import io.concordat.graphql.gateway.ProbeDesk;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Probes as teams set them. */
@Component
class ProbeBoard implements ProbeDesk {

  private static final int MOST = 20;

  private final ProbeStore store;
  private final ProbeSettings settings;
  private final MeshDirectory mesh;
  private final Clock clock;

  ProbeBoard(ProbeStore store, ProbeSettings settings, MeshDirectory mesh, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.mesh = mesh;
    this.clock = clock;
  }

  @Override
  public List<KnownProbe> of(ContractId contract) {
    return store.of(contract);
  }

  @Override
  public KnownProbe set(Probe probe, Actor actor) {
    checkOwner(probe.contract(), actor);
    if (!mesh.contractPublished(probe.contract())) {
      throw no(
          RejectionCode.CONTRACT_NOT_FOUND,
          "No contract " + probe.contract() + " has been published.");
    }
    if (probe.everySeconds() < settings.shortest().toSeconds()) {
      throw no(
          RejectionCode.PROBE_TOO_OFTEN,
          "A probe looks every " + settings.shortest().toSeconds() + " seconds at most.");
    }
    DomainId domain = probe.contract().product().domain();
    String source = probe.source();
    String directory = probe.directory();
    if ((source != null && !settings.hasSource(source, domain))
        || (directory != null && !settings.hasDirectory(directory, domain))) {
      throw no(
          RejectionCode.PROBE_TARGET_UNKNOWN,
          "The settings have no such source or directory for the domain " + domain + ".");
    }
    List<KnownProbe> known = store.of(probe.contract());
    if (known.size() >= MOST
        && known.stream().noneMatch(each -> each.probe().name().equals(probe.name()))) {
      throw no(RejectionCode.PROBES_FULL, "A contract has " + MOST + " probes at most.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    store.put(probe, actor.subject(), now);
    return new KnownProbe(probe, actor.subject(), now, null, null, null);
  }

  @Override
  public void remove(ContractId contract, String name, Actor actor) {
    checkOwner(contract, actor);
    if (!store.remove(contract, name)) {
      throw no(
          RejectionCode.PROBE_NOT_FOUND,
          "The contract " + contract + " has no probe of this name.");
    }
  }

  private void checkOwner(ContractId contract, Actor actor) {
    boolean owns =
        mesh.productOwner(contract.product())
            .filter(owner -> owner.subject().equals(actor.subject()))
            .isPresent();
    if (!owns && !actor.has(Role.GOVERNANCE_ENGINEER)) {
      throw no(
          RejectionCode.NOT_ALLOWED,
          "Only the product's owner or a governance engineer may set its probes.");
    }
  }

  private static CommandRejected no(RejectionCode code, String detail) {
    return new CommandRejected(new Rejection(code, detail));
  }
}
