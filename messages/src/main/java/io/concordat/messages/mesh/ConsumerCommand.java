package io.concordat.messages.mesh;

import io.concordat.messages.Command;

/** What can be asked of a consumer. */
public sealed interface ConsumerCommand extends Command permits RegisterConsumer, RetireConsumer {}
