package io.concordat.messages.mesh;

import io.concordat.messages.Query;

/** Asks for the figures of the whole mesh. */
public record FindMeshPulse() implements Query<MeshPulseView> {}
