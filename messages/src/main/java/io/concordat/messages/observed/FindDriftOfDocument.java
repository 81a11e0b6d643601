package io.concordat.messages.observed;

import io.concordat.messages.Query;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import java.time.Instant;

/**
 * Asks how a document, published or not, differs from what jobs were seen to do with the datasets
 * that it names. A contract is looked at by itself: what others of its product declare does not
 * count as declared by it.
 *
 * @param contract as which the document is submitted
 * @param outline of the document
 * @param asOf the time to note with the answer, UTC; the answer is always that of now
 */
public record FindDriftOfDocument(ContractId contract, ContractOutline outline, Instant asOf)
    implements Query<DriftRead> {}
