package io.concordat.localstack.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run} was asked for.
 *
 * @param port the port of the server on {@code 127.0.0.1}
 * @param dataDirectory where everything is kept, absolute
 * @param sample whether the sample mesh is loaded where it is not there yet
 * @param fresh whether everything that is there is deleted first
 * @param products how many products the sample mesh has; absent for the documents in the repository
 *     alone
 * @param storesOnly whether only the three stores are started
 * @param clockOffset how far the server's clock is to stand ahead of this machine's; null for as
 *     far as the last time
 * @param leastFreeBytes the space that the disk must have
 */
record Options(
    int port,
    Path dataDirectory,
    boolean sample,
    boolean fresh,
    OptionalInt products,
    boolean storesOnly,
    @Nullable Duration clockOffset,
    long leastFreeBytes) {

  /** What an empty stack and a few minutes of use need, with room to spare. */
  static final long LEAST_FREE_BYTES = 1L << 30;
}
