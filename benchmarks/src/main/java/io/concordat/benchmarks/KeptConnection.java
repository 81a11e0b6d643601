package io.concordat.benchmarks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection by which the same address is asked again and again over HTTP/1.1. It takes little
 * of the machine, so that what is measured is the service.
 *
 * <p>Not thread safe.
 */
final class KeptConnection implements Closeable {

  private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(30).toMillis());

  private final String address;
  private final String path;
  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private boolean kept = true;

  /** Connects to an address such as {@code http://127.0.0.1:8080/path}. */
  KeptConnection(URI uri) throws IOException {
    this.address = uri.getAuthority();
    this.path = uri.getRawPath();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** Posts lines of JSON and reads the answer to its end; returns its status. */
  int post(String token, byte[] body) throws IOException {
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: "
                + address
                + "\r\nAuthorization: Bearer "
                + token
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    out.write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String[] parts = header.toLowerCase(Locale.ROOT).split(":", 2);
      switch (parts[0]) {
        case "content-length" -> length = Long.parseLong(parts[1].strip());
        case "connection" -> kept = !parts[1].strip().equals("close");
        case "transfer-encoding" -> chunked = parts[1].strip().equals("chunked");
        default -> {
          // Nothing else says where the answer ends.
        }
      }
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size);
        line();
      }
      line();
    } else {
      in.skipNBytes(length);
    }
    return status;
  }

  /** Whether the service lets it be used again. */
  boolean isKept() {
    return kept;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
