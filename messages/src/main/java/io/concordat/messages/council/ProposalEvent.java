package io.concordat.messages.council;

import io.concordat.messages.Event;

/** What happens to a proposal. */
public sealed interface ProposalEvent extends Event
    permits ProposalDrafted,
        ProposalDraftEdited,
        ProposalOpened,
        ProposalCommented,
        CommentEdited,
        ProposalRevised,
        VotingStarted,
        VoteCast,
        VotersReminded,
        ProposalSentBack,
        ProposalAdopted,
        ProposalLapsed,
        ProposalWithdrawn {}
