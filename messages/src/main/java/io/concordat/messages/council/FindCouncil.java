package io.concordat.messages.council;

import io.concordat.messages.Query;
import java.util.Optional;

/** Asks for the council; empty before it was founded. */
public record FindCouncil() implements Query<Optional<CouncilView>> {}
