package io.concordat.messages.mesh;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The mesh in one month (UTC). What is counted at a moment is counted at the month's end; of the
 * month that has not ended, now.
 *
 * @param requestsOpened data requests that were opened in the month
 * @param requestsDelivered those that were delivered in it
 * @param requestsOpen those that waited at its end
 * @param medianDaysToDelivery days from opened to delivered, of those delivered in the month; null
 *     where there were none
 * @param p90DaysToDelivery the ninth decile of the same
 * @param products registered products
 * @param discoverableProducts those with a contract that had passed the gate
 * @param crossDomainReads declared reads of a contract by another domain
 */
public record MeshMonthView(
    YearMonth month,
    long requestsOpened,
    long requestsDelivered,
    long requestsOpen,
    @Nullable Double medianDaysToDelivery,
    @Nullable Double p90DaysToDelivery,
    long products,
    long discoverableProducts,
    long crossDomainReads) {}
