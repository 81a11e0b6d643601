package io.concordat.server;

import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service, whose clock stands ahead by the system property {@code ahead}. */
final class LaterServer {

  private LaterServer() {}

  public static void main(String... arguments) {
    ShiftedClock.setAhead(Duration.parse(System.getProperty("ahead")));
    new SpringApplicationBuilder(ConcordatServer.class, ShiftedClock.class).run(arguments);
  }
}
