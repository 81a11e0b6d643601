package io.concordat.messages.meeting;

import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;

/**
 * A reminder of those who have not voted, as it is read.
 *
 * @param round of the proposal, from 1
 * @param daysBefore days before the ballot closes
 * @param closesAt when it closes, UTC
 * @param domains who had not voted, sorted
 * @param remindedAt UTC
 */
public record ReminderView(
    int round, int daysBefore, Instant closesAt, List<DomainId> domains, Instant remindedAt) {}
