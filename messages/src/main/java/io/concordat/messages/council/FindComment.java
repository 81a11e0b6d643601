package io.concordat.messages.council;

import io.concordat.messages.Query;
import java.util.Optional;

/** Asks for a comment by its id. */
public record FindComment(CommentId comment) implements Query<Optional<CommentView>> {}
