package io.concordat.cli.observe;

/**
 * One observation to be sent, as JSON on one line.
 *
 * @param json UTF-8, without a line end
 * @param file what the command calls its source
 * @param line where it begins in its source, from 1
 * @param path JSON path of it in its source
 */
record Item(byte[] json, String file, int line, String path) {}
