package io.concordat.messages.mesh;

/** How it is known that a contract's data was read. */
public enum SightingSource {
  /** A job that lineage events told of reads a dataset in which a version is stored. */
  LINEAGE,
  /** Whoever serves the data said so. */
  REPORTED
}
