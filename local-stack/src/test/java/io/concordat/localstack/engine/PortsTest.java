package io.concordat.localstack.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
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
}
