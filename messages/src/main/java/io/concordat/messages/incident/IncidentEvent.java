package io.concordat.messages.incident;

import io.concordat.messages.Event;

/** What happens to an incident. */
public sealed interface IncidentEvent extends Event
    permits IncidentOpened,
        IncidentAcknowledged,
        IncidentAssigned,
        IncidentCommented,
        IncidentResolved,
        IncidentReopened,
        IncidentAttached,
        DownstreamTold,
        IncidentEscalated {}
