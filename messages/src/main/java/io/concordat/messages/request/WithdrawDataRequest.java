package io.concordat.messages.request;

/**
 * Takes a request back. For who asked.
 *
 * <p>Emits {@code request.withdrawn}; rejects with {@code REQUEST_NOT_FOUND}, {@code NOT_ALLOWED},
 * {@code REQUEST_CLOSED}.
 */
public record WithdrawDataRequest(DataRequestId request) implements DataRequestCommand {}
