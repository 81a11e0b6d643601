package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Entry point of the process: one store on {@code 127.0.0.1}, its data in one file. */
public final class MongoProcess {

  private static final int CACHE_MEGABYTES = 48;

  private MongoProcess() {}

  /**
   * Starts the store and returns; it runs until the process is asked to end.
   *
   * @param arguments the data file, the port, and the file to create once the store answers
   * @throws Exception when the file or the port cannot be had
   */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    Path ready = Path.of(arguments[2]);
    MongoServer server = new MongoServer(DurableBackend.open(data, CACHE_MEGABYTES));
    try {
      server.bind("127.0.0.1", port);
    } catch (RuntimeException e) {
      server.shutdownNow();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "mongo-shutdown"));
    Path draft = ready.resolveSibling(ready.getFileName() + ".draft");
    Files.writeString(draft, Integer.toString(port));
    Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
  }
}
