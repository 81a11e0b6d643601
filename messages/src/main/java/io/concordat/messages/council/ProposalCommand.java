package io.concordat.messages.council;

import io.concordat.messages.Command;

/** What can be asked of a proposal. */
public sealed interface ProposalCommand extends Command
    permits DraftProposal,
        EditDraft,
        OpenDraft,
        OpenProposal,
        ReviseProposal,
        StartVoting,
        CastVote,
        CloseVoting,
        WithdrawProposal {}
