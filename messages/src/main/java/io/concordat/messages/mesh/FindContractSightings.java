package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.contract.ContractId;
import java.util.List;

/** Asks who was seen to read a contract, declared or not; latest first. */
public record FindContractSightings(ContractId contract) implements Query<List<SightingView>> {}
