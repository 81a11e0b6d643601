package io.concordat.contract.tree;

/**
 * Why a text, or a place in it, cannot be read.
 *
 * @param path JSON path of the place
 * @param line from 1
 * @param message what to do
 */
public record Problem(String path, int line, String message) {}
