package io.concordat.server.wiring;

import io.concordat.command.MeshDirectory;
import io.concordat.contract.gate.UpstreamContract;
import io.concordat.council.seat.DomainRegister;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.observation.ProductDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What exists in the mesh, read from the event streams themselves: never late. */
@Component
class EventStreamDirectory implements MeshDirectory, DomainRegister, ProductDirectory {

  private static final String PUBLISHED = "contract.version-published";

  private final StreamReader streams;

  private final Releases releases;

  EventStreamDirectory(StreamReader streams) {
    this.streams = streams;
    this.releases = new Releases(streams);
  }

  @Override
  public boolean exists(DomainId domain) {
    return domainExists(domain);
  }

  @Override
  public boolean domainExists(DomainId domain) {
    return streams.exists(domain.stream());
  }

  @Override
  public Optional<ProductOwner> productOwner(ProductId product) {
    return streams.read(product.stream()).stream()
        .filter(DataProductRegistered.class::isInstance)
        .map(DataProductRegistered.class::cast)
        .map(DataProductRegistered::owner)
        .findFirst();
  }

  @Override
  public boolean productExists(ProductId product) {
    return streams.exists(product.stream());
  }

  @Override
  public Optional<UpstreamContract> upstream(ContractId contract) {
    return releases
        .latest(contract)
        .map(release -> {
          String version = release.number().toString();
          return new UpstreamContract(
              contract.value(),
              version,
              release.digest(),
              () -> Optional.ofNullable(documents(contract, Set.of(version)).get(version)));
        });
  }

  @Override
  public Map<String, String> documents(ContractId contract, Set<String> versions) {
    return streams.read(contract.stream(), Set.of(ContractVersionPublished.class)).stream()
        .map(ContractVersionPublished.class::cast)
        .filter(published -> versions.contains(published.version()))
        .collect(
            Collectors.toMap(
                ContractVersionPublished::version, ContractVersionPublished::document));
  }

  @Override
  public boolean contractPublished(ContractId contract) {
    return streams.hasEvent(contract.stream(), PUBLISHED);
  }
}
