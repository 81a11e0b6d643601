package io.concordat.localstack.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports on the loopback address. */
public final class Ports {

  private Ports() {}

  /** Ports that nobody listens on now, all different. */
  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        held.add(socket);
        ports.add(socket.getLocalPort());
      }
      return List.copyOf(ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::close);
    }
  }

  /**
   * Whether a server could listen on the port now, on the loopback address and on all addresses.
   */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress("127.0.0.1", port))
        && canBind(new InetSocketAddress(port));
  }

  /**
   * Refuses a port that somebody listens on.
   *
   * @throws EngineFailure naming the port and who wants it
   */
  static void requireFree(int port, String engine) {
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

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
