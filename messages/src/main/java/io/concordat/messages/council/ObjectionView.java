package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * An objection that stands, or stood when its round ended.
 *
 * @param addressed whether a revision says that it is addressed; null as long as there was none
 */
public record ObjectionView(
    DomainId domain,
    Subject voter,
    @Nullable String reason,
    @Nullable String requestedChange,
    @Nullable Boolean addressed) {}
