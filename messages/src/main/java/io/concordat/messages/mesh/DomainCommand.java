package io.concordat.messages.mesh;

import io.concordat.messages.Command;

/** What can be asked of a domain. */
public sealed interface DomainCommand extends Command permits RegisterDomain {}
