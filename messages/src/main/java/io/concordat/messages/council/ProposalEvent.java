package io.concordat.messages.council;

import io.concordat.messages.Event;

/** What happens to a proposal. */
public sealed interface ProposalEvent extends Event
    permits ProposalOpened,
        ProposalRevised,
        VotingStarted,
        VoteCast,
        VotersReminded,
        ProposalSentBack,
        ProposalAdopted,
        ProposalLapsed,
        ProposalWithdrawn {}
