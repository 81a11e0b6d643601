package io.concordat.messages.request;

import io.concordat.messages.contract.ContractId;

/**
 * Says that a published contract of the domain answers the request, be it accepted before or not.
 *
 * <p>Emits {@code request.delivered}; rejects with {@code REQUEST_NOT_FOUND}, {@code NOT_ALLOWED},
 * {@code REQUEST_CLOSED}, {@code REQUEST_OF_ANOTHER_DOMAIN}, {@code CONTRACT_NOT_FOUND}.
 *
 * @param contract of the domain that was asked
 */
public record DeliverDataRequest(DataRequestId request, ContractId contract)
    implements DataRequestCommand {}
