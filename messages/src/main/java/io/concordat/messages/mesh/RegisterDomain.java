package io.concordat.messages.mesh;

import io.concordat.messages.Shape;
import io.concordat.messages.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Registers a domain. The same facts a second time change nothing.
 *
 * <p>Emits {@code domain.registered}; rejects with {@code DOMAIN_EXISTS}, {@code NOT_ALLOWED}.
 *
 * @param domain slug
 * @param name for people, at most 120 characters
 * @param description what the business capability is, at most 2,000 characters
 * @param director subject of the engineering director to whom the domain answers, null where
 *     unknown
 */
public record RegisterDomain(
    DomainId domain, String name, String description, @Nullable Subject director)
    implements DomainCommand {

  public RegisterDomain {
    Shape.line("name", name, 120);
    Shape.text("description", description, 2_000);
  }

  @Override
  public String stream() {
    return domain.stream();
  }
}
