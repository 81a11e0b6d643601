package io.concordat.messages.council;

import java.util.List;

/**
 * The council as it is read.
 *
 * @param seats sorted by domain
 */
public record CouncilView(CouncilRules rules, List<SeatView> seats) {}
