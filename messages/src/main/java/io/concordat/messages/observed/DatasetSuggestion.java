package io.concordat.messages.observed;

import io.concordat.messages.contract.ContractId;

/**
 * A contract that may be about a dataset.
 *
 * @param score from 0 to 1: the share of the words of the dataset's name that the contract has too
 */
public record DatasetSuggestion(ContractId contract, double score) {}
