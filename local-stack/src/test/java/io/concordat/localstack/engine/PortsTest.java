package io.concordat.localstack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void areDifferentAndNoneThatAnOutgoingConnectionCouldTake() {
    List<Integer> ports = Ports.free(500);

    assertThat(ports).hasSize(500).doesNotHaveDuplicates();
    assertThat(ports).allSatisfy(port -> assertThat(port).isBetween(20_000, 32_767));
  }

  @Test
  void aPortThatIsListenedOnIsNotFree() throws IOException {
    int port = Ports.free(1).getFirst();
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress("127.0.0.1", port));

      assertThat(Ports.isFree(port)).isFalse();
    }
  }

  @Test
  void aPortThatIsHeldForAMomentIsNotRefused() throws Exception {
    int port = Ports.free(1).getFirst();
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress("127.0.0.1", port));
    CompletableFuture.runAsync(
        () -> {
          try {
            server.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));

    assertThat(Ports.isFree(port)).isFalse();
    Ports.requireFree(port, "Test");
  }

  @Test
  void aPortThatStaysTakenIsRefusedByName() throws IOException {
    int port = Ports.free(1).getFirst();
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress("127.0.0.1", port));

      assertThatThrownBy(() -> Ports.requireFree(port, "Test"))
          .isInstanceOf(EngineFailure.class)
          .hasMessage(
              "Port " + port + ", which Test is to listen on, is in use by another program.");
    }
  }
}
