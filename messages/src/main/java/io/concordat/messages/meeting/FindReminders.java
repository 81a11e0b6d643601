package io.concordat.messages.meeting;

import io.concordat.messages.Query;
import io.concordat.messages.council.ProposalId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks which reminders were given to those who have not voted, in order; none for unknown ids. */
public record FindReminders(Set<ProposalId> proposals)
    implements Query<Map<ProposalId, List<ReminderView>>> {}
