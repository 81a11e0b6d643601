package io.concordat.messages.contract;

/**
 * Names one submission.
 *
 * @param sequence sequence number of the event that submitted it, in the contract's stream
 */
public record SubmissionKey(ContractId contract, long sequence) {}
