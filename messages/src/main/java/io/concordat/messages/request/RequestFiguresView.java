package io.concordat.messages.request;

import org.jspecify.annotations.Nullable;

/**
 * What became of the requests to a domain.
 *
 * @param open that nobody has answered
 * @param accepted that are promised
 * @param medianDaysToDelivery days from opened to delivered; null where nothing was delivered
 * @param p90DaysToDelivery the ninth decile of the same
 */
public record RequestFiguresView(
    long open,
    long accepted,
    long declined,
    long delivered,
    long withdrawn,
    @Nullable Double medianDaysToDelivery,
    @Nullable Double p90DaysToDelivery) {}
