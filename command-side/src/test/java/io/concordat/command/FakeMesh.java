package io.concordat.command;

import io.concordat.contract.gate.UpstreamContract;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mesh of one domain, one product and one published contract. */
public final class FakeMesh implements MeshDirectory {

  /** The one domain. */
  public static final DomainId PAYMENTS = new DomainId("payments");

  /** The one product, owned by {@link Callers#OWNER}. */
  public static final ProductId SETTLEMENTS = new ProductId("payments/settlements");

  /** The one published contract. */
  public static final ContractId DAILY = new ContractId("payments/settlements/daily");

  /** Who answers for the product. */
  public static final ProductOwner ANSWERS_FOR_SETTLEMENTS = new ProductOwner(Callers.OWNER, 50);

  @Override
  public boolean domainExists(DomainId domain) {
    return domain.equals(PAYMENTS);
  }

  @Override
  public Optional<ProductOwner> productOwner(ProductId product) {
    return product.equals(SETTLEMENTS) ? Optional.of(ANSWERS_FOR_SETTLEMENTS) : Optional.empty();
  }

  @Override
  public Optional<UpstreamContract> upstream(ContractId contract) {
    return contract.equals(DAILY)
        ? Optional.of(new UpstreamContract(contract.value(), "1.0.0", "00", Optional::empty))
        : Optional.empty();
  }

  @Override
  public Map<String, String> documents(ContractId contract, Set<String> versions) {
    return Map.of();
  }

  @Override
  public boolean contractPublished(ContractId contract) {
    return contract.equals(DAILY);
  }
}
