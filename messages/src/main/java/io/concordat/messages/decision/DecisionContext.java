package io.concordat.messages.decision;

import java.time.Instant;

/**
 * All that a decider may know besides state and command.
 *
 * @param now the instant of the decision, UTC
 * @param actor who asks
 */
public record DecisionContext(Instant now, Actor actor) {}
