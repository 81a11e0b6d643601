package io.concordat.messages.mesh;

import io.concordat.messages.Event;

/** What happens to a domain. */
public sealed interface DomainEvent extends Event permits DomainRegistered {}
