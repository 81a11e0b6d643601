package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.contract.VersionId;
import java.util.Optional;

/** Asks what is known for and against taking a version off; empty for one that nobody serves. */
public record FindRetirement(VersionId version) implements Query<Optional<RetirementView>> {}
