package io.concordat.messages.mesh;

import io.concordat.messages.Event;

/** What happens to a consumer. */
public sealed interface ConsumerEvent extends Event permits ConsumerRegistered, ConsumerRetired {}
