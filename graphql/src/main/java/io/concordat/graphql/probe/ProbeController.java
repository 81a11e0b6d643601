package io.concordat.graphql.probe;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.ProbeDesk;
import io.concordat.graphql.gateway.ProbeDesk.KnownProbe;
import io.concordat.graphql.gateway.ProbeDesk.Probe;
import io.concordat.graphql.gateway.ProbeDesk.ProbeKind;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.decision.CommandRejected;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Probes: read, set and removed. */
@Controller
class ProbeController {

  private final ProbeDesk desk;

  ProbeController(ProbeDesk desk) {
    this.desk = desk;
  }

  @SchemaMapping(typeName = "Contract")
  List<ShownProbe> probes(ContractView contract) {
    return desk.of(contract.id()).stream().map(ShownProbe::of).toList();
  }

  @MutationMapping
  ProbePayload setProbe(@Argument SetProbeInput input, Authentication caller) {
    return answer(() -> ShownProbe.of(desk.set(input.probe(), Caller.of(caller))));
  }

  @MutationMapping
  ProbePayload removeProbe(@Argument RemoveProbeInput input, Authentication caller) {
    return answer(() -> {
      desk.remove(new ContractId(input.contract()), input.name(), Caller.of(caller));
      return null;
    });
  }

  private static ProbePayload answer(Supplier<@Nullable ShownProbe> act) {
    try {
      return new ProbePayload(act.get(), List.of());
    } catch (InvalidValue invalid) {
      return new ProbePayload(
          null,
          List.of(
              new UserError(
                  invalid.code(),
                  invalid.field() + " " + invalid.getMessage(),
                  List.of("input", invalid.field()))));
    } catch (CommandRejected no) {
      return new ProbePayload(
          null,
          List.of(new UserError(no.rejection().code().name(), no.rejection().detail(), List.of())));
    }
  }

  record SetProbeInput(
      String contract,
      String name,
      @Nullable String version,
      String commitment,
      ProbeKind kind,
      @Nullable String url,
      @Nullable Integer status,
      @Nullable String source,
      @Nullable String query,
      @Nullable String directory,
      @Nullable String path,
      @Nullable Integer oldestSeconds,
      int everySeconds,
      int timeoutSeconds) {

    Probe probe() {
      return new Probe(
          new ContractId(contract),
          name,
          version,
          commitment,
          kind,
          url,
          status,
          source,
          query,
          directory,
          path,
          oldestSeconds,
          everySeconds,
          timeoutSeconds);
    }
  }

  record RemoveProbeInput(String contract, String name) {}

  record ProbePayload(@Nullable ShownProbe probe, List<UserError> userErrors) {}

  /** A probe as the schema has it. */
  record ShownProbe(
      String name,
      @Nullable String version,
      String commitment,
      ProbeKind kind,
      @Nullable String url,
      @Nullable Integer status,
      @Nullable String source,
      @Nullable String query,
      @Nullable String directory,
      @Nullable String path,
      @Nullable Integer oldestSeconds,
      int everySeconds,
      int timeoutSeconds,
      Subject changedBy,
      Instant changedAt,
      @Nullable Instant lookedAt,
      @Nullable Boolean kept,
      @Nullable String told) {

    static ShownProbe of(KnownProbe known) {
      Probe probe = known.probe();
      return new ShownProbe(
          probe.name(),
          probe.version(),
          probe.commitment(),
          probe.kind(),
          probe.url(),
          probe.status(),
          probe.source(),
          probe.query(),
          probe.directory(),
          probe.path(),
          probe.oldestSeconds(),
          probe.everySeconds(),
          probe.timeoutSeconds(),
          known.changedBy(),
          known.changedAt(),
          known.lookedAt(),
          known.kept(),
          known.told());
    }
  }
}
