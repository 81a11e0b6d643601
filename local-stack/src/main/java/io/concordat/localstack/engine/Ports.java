package io.concordat.localstack.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Ports on the loopback address. */
public final class Ports {

  private static final int LOWEST = 20_000;
  private static final int EPHEMERAL = 32_768;
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private Ports() {}

  /**
   * Ports that nobody listens on now, all different.
   *
   * <p>All are below those that Linux, macOS and Windows give to outgoing connections (32768 and
   * up), so that no connection can take the port of a server that is down for a moment; not even
   * that of the client that tries to reach it, which TCP would connect to itself.
   *
   * @throws IllegalStateException if there are not that many
   */
  public static List<Integer> free(int count) {
    List<Integer> candidates = new ArrayList<>(IntStream.range(LOWEST, EPHEMERAL).boxed().toList());
    Collections.shuffle(candidates);
    List<Integer> ports = candidates.stream().filter(Ports::isFree).limit(count).toList();
    if (ports.size() < count) {
      throw new IllegalStateException("No free port between " + LOWEST + " and " + EPHEMERAL + ".");
    }
    return ports;
  }

  /**
   * Whether a server could listen on the port now, on the loopback address and on all addresses.
   */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress("127.0.0.1", port))
        && canBind(new InetSocketAddress(port));
  }

  /**
   * Refuses a port that somebody listens on for longer than a moment. A process that another thread
   * starts just now holds, until it has closed what it inherited, the socket by which the port is
   * tried.
   *
   * @throws EngineFailure naming the port and who wants it
   */
  static void requireFree(int port, String engine) {
    long deadline = System.nanoTime() + A_MOMENT.toNanos();
    while (!isFree(port) && System.nanoTime() < deadline) {
      Pause.milliseconds(20);
    }
    if (!isFree(port)) {
      throw new EngineFailure(
          "Port " + port + ", which " + engine + " is to listen on, is in use by another program.");
    }
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
