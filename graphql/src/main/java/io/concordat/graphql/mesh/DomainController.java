package io.concordat.graphql.mesh;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.mesh.ListDataProductsOfDomain;
import io.concordat.messages.mesh.ListDomains;
import io.concordat.messages.mesh.RegisterDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Domains and their seats. */
@Controller
class DomainController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  DomainController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable DomainView domain(@Argument String id) {
    return find(new DomainId(id));
  }

  @QueryMapping
  Connection<DomainView> domains(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(new ListDomains(Connections.request(first, after, last, before))));
  }

  @SchemaMapping(typeName = "Domain")
  Connection<DataProductView> products(
      DomainView domain,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(
            new ListDataProductsOfDomain(
                domain.id(), Connections.request(first, after, last, before))));
  }

  @BatchMapping(typeName = "Domain")
  Map<DomainView, @Nullable String> representative(List<DomainView> domains) {
    Map<DomainId, Subject> seats = new HashMap<>();
    for (SeatView seat : mesh.ask(new FindCouncil()).map(CouncilView::seats).orElse(List.of())) {
      seats.put(seat.domain(), seat.representative());
    }
    Map<DomainView, @Nullable String> answer = new HashMap<>();
    for (DomainView domain : domains) {
      Subject holder = seats.get(domain.id());
      answer.put(domain, holder == null ? null : holder.value());
    }
    return answer;
  }

  @MutationMapping
  DomainPayload registerDomain(@Argument RegisterDomainInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DomainId> id = reading.field("id", () -> new DomainId(input.id()));
    Supplier<@Nullable Subject> director =
        reading.optional("director", input.director(), Subject::new);
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new RegisterDomain(id.get(), input.name(), input.description(), director.get()),
        written ->
            new DomainPayload(
                mutations.shown(() -> find(id.get())), Receipt.of(written), List.of()),
        errors -> new DomainPayload(null, null, errors));
  }

  @MutationMapping
  DomainPayload appointRepresentative(
      @Argument AppointRepresentativeInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DomainId> domain = reading.field("domain", () -> new DomainId(input.domain()));
    Supplier<Subject> representative =
        reading.field("representative", () -> new Subject(input.representative()));
    Supplier<@Nullable Subject> replaces =
        reading.optional("replaces", input.replaces(), Subject::new);
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new AppointRepresentative(domain.get(), representative.get(), replaces.get()),
        written ->
            new DomainPayload(
                mutations.shown(() -> find(domain.get())), Receipt.of(written), List.of()),
        errors -> new DomainPayload(null, null, errors));
  }

  private @Nullable DomainView find(DomainId id) {
    return mesh.ask(new FindDomains(Set.of(id))).stream().findFirst().orElse(null);
  }

  record RegisterDomainInput(
      String id,
      String name,
      String description,
      @Nullable String director,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record AppointRepresentativeInput(
      String domain,
      String representative,
      @Nullable String replaces,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record DomainPayload(
      @Nullable DomainView domain, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
