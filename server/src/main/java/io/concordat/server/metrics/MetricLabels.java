package io.concordat.server.metrics;

import io.concordat.messages.mesh.ProductId;
import io.micrometer.core.instrument.Tags;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Labels of metrics about products. The first that are asked for have series of their own, up to a
 * bound; all others share one, so that their number is bounded whatever the mesh grows to.
 *
 * <p>Thread safe.
 */
@Component
@EnableConfigurationProperties(MetricSettings.class)
public class MetricLabels {

  /** Label of domain, and of product, where there is no series of its own. */
  public static final String OTHER = "other";

  /** Label of domain and product of what nothing is known of. */
  public static final String UNKNOWN = "unknown";

  private final MetricSettings settings;
  private final Set<String> domains = new HashSet<>();
  private final Set<ProductId> products = new HashSet<>();

  MetricLabels(MetricSettings settings) {
    this.settings = settings;
  }

  /** Labels {@code domain} and {@code product} of a product. */
  public synchronized Tags of(ProductId product) {
    String domain = domain(product.domain().value());
    boolean own = !domain.equals(OTHER) && known(products, product, settings.products());
    return tags(domain, own ? product.value() : OTHER);
  }

  /** Labels {@code domain} and {@code product}. */
  public static Tags tags(String domain, String product) {
    return Tags.of("domain", domain, "product", product);
  }

  /** Label of a domain. */
  synchronized String domain(String domain) {
    return known(domains, domain, settings.domains()) ? domain : OTHER;
  }

  private static <T> boolean known(Set<T> known, T one, int most) {
    return known.contains(one) || known.size() < most && known.add(one);
  }
}
