package io.concordat.messages;

/**
 * A question to the read side.
 *
 * @param <R> what answers it
 */
@SuppressWarnings("unused")
public interface Query<R> {}
