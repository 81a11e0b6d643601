package io.concordat.messages.mesh;

/** Which way lineage is followed. */
public enum LineageDirection {
  /** To what it derives from. */
  UPSTREAM,
  /** To what derives from it or reads it. */
  DOWNSTREAM
}
