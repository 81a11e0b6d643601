package io.concordat.messages.council;

import io.concordat.messages.EventType;
import java.time.Instant;

/** The council exists from now on. */
@EventType("council.founded")
public record CouncilFounded(CouncilRules rules, Instant foundedAt) implements CouncilEvent {}
