package io.concordat.contract.tree;

/**
 * Why a text, or a place in it, cannot be read.
 *
 * @param path JSON path of the place
 * @param span the place; empty at its first character where no more is known
 * @param message what to do
 */
public record Problem(String path, Span span, String message) {

  /** The line, from 1. */
  public int line() {
    return span.line();
  }

  /** The column in that line, from 1, in code points. */
  public int column() {
    return span.column();
  }
}
