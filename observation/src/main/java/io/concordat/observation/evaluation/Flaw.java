package io.concordat.observation.evaluation;

/**
 * Why one observation of a batch cannot be taken.
 *
 * @param line in the body, from 1
 * @param path JSON path; within its line where each has one of its own
 */
public record Flaw(ObservationFault fault, String message, int line, String path) {}
