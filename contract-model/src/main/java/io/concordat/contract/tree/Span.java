package io.concordat.contract.tree;

/**
 * Where a node stands in the text.
 *
 * @param line of its first character, from 1
 * @param column of its first character, from 1, in code points
 * @param start offset of its first character from the start of the text, in code points
 * @param end offset after its last character, in code points; a block's end is where the next token
 *     starts
 */
public record Span(int line, int column, int start, int end) {}
