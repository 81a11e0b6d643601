package io.concordat.notification.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/** Sockets that connect to one address, whatever a name means by now, and can all be closed. */
final class PinnedSockets extends SocketFactory implements AutoCloseable {

  private final InetAddress address;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  PinnedSockets(InetAddress address) {
    this.address = address;
  }

  @Override
  public Socket createSocket() {
    Socket socket =
        new Socket() {
          @Override
          public void connect(SocketAddress endpoint, int timeout) throws IOException {
            int port = ((InetSocketAddress) endpoint).getPort();
            super.connect(new InetSocketAddress(address, port), timeout);
          }
        };
    open.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(port);
  }

  private Socket connected(int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(address, port), 0);
    return socket;
  }

  /** Closes what was opened; whoever reads from it ends. */
  @Override
  public void close() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
