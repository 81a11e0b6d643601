package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.Subject;
import java.util.Optional;

/**
 * Asks for the seat of the domain for which a person acts now, as its representative or as its
 * delegate; empty where there is none.
 */
public record FindVoice(Subject person) implements Query<Optional<SeatView>> {}
