package io.concordat.messages.incident;

import io.concordat.messages.Command;

/** What can be asked of an incident. */
public sealed interface IncidentCommand extends Command
    permits OpenIncident,
        AcknowledgeIncident,
        AssignIncident,
        CommentOnIncident,
        ResolveIncident,
        ReopenIncident,
        AttachIncident,
        TellDownstream,
        EscalateIncident {}
