package io.concordat.messages.request;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import java.time.Instant;

/** A published contract answers the request. */
@EventType("request.delivered")
public record DataRequestDelivered(
    DataRequestId request, ContractId contract, Instant deliveredAt, Subject deliveredBy)
    implements DataRequestEvent {}
