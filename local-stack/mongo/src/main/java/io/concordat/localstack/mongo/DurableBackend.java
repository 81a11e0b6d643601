package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * The file-backed store, made to survive the end of its process: a command that was answered is
 * there after the next start, and no command is there by half.
 *
 * <p>By itself the H2 store writes once a second and whenever a buffer fills, so killing the
 * process would lose answered writes or split one command's changes (a document without its index
 * entry); writing at each command costs far more than the command. Here each command is appended to
 * a log before it is done, and the store is written at the boundary of commands, together with the
 * number of the log that comes next. A start does the commands of that log again. The log reaches
 * the operating system, not the disk: a power cut may lose the last moments.
 */
final class DurableBackend extends H2Backend {

  private static final Set<String> READS =
      Set.of(
          "find",
          "getmore",
          "count",
          "distinct",
          "listcollections",
          "listindexes",
          "listdatabases",
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "killcursors",
          "endsessions",
          "serverstatus",
          "dbstats",
          "collstats",
          "whatsmyuri",
          "getlasterror",
          "hostinfo",
          "connectionstatus");

  private static final String DATABASE = "db";
  private static final String COMMAND = "command";
  private static final int PAGE_BYTES = 4096;

  /**
   * A document that changes often is written once per checkpoint, so checkpoints are rare: when the
   * heap fills, and every few seconds so that a start has little to do again.
   */
  private static final int UNSAVED_BYTES = 24 * 1024 * 1024;

  private static final int CHECKPOINT_SECONDS = 3;
  private static final int COMPACTED_BYTES = 4 * 1024 * 1024;
  private static final int RETENTION_MILLISECONDS = 10_000;
  private static final int WORTH_COMPACTING_PERCENT = 60;

  private final MVStore store;
  private final Map<String, Long> marks;
  private final Path file;
  private final Lock writing = new ReentrantLock();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("checkpoint").factory());
  private WriteAheadLog log;
  private boolean written;

  private DurableBackend(MVStore store, Path file) throws IOException {
    super(store);
    this.store = store;
    this.file = file;
    this.marks = store.openMap("concordat.marks");
    WriteAheadLog.read(logFile(generation()), this::repeat);
    this.log = advance();
    var unused =
        timer.scheduleWithFixedDelay(
            this::checkpointWhenWritten, CHECKPOINT_SECONDS, CHECKPOINT_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Opens the store in {@code file}, creating it where there is none; at most {@code
   * cacheMegabytes} are cached.
   */
  static DurableBackend open(Path file, int cacheMegabytes) throws IOException {
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .cacheSize(cacheMegabytes)
            .pageSplitSize(PAGE_BYTES)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    store.setRetentionTime(RETENTION_MILLISECONDS);
    StoredTypes.openAll(store);
    return new DurableBackend(store, file);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return TypedDatabase.open(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (reads(command, query)) {
      return super.handleCommand(channel, database, command, query);
    }
    if (command.equalsIgnoreCase("renameCollection")) {
      // The H2 backend loses a renamed collection's documents and indexes at the next start.
      throw new MongoServerError(
          115, "CommandNotSupported", "The local stack does not rename collections.");
    }
    writing.lock();
    try {
      log.append(new Document(DATABASE, database).append(COMMAND, query));
      written = true;
      try {
        return super.handleCommand(channel, database, command, query);
      } finally {
        if (store.getUnsavedMemory() > UNSAVED_BYTES) {
          checkpoint();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    writing.lock();
    try {
      checkpoint();
      super.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  private static boolean reads(String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    if (!name.equals("aggregate")) {
      return READS.contains(name);
    }
    return query.get("pipeline") instanceof List<?> stages
        && stages.stream()
            .noneMatch(stage ->
                stage instanceof Document document
                    && (document.containsKey("$out") || document.containsKey("$merge")));
  }

  private void checkpointWhenWritten() {
    writing.lock();
    try {
      if (written) {
        checkpoint();
        store.compact(WORTH_COMPACTING_PERCENT, COMPACTED_BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  /** Writes the store; to be called between commands only. */
  private void checkpoint() throws IOException {
    WriteAheadLog done = log;
    log = advance();
    written = false;
    done.close();
  }

  /** Writes what was done together with the number of the next log, and opens that. */
  private WriteAheadLog advance() throws IOException {
    long next = generation() + 1;
    marks.put("log", next);
    store.commit();
    return WriteAheadLog.create(logFile(next));
  }

  private void repeat(Document record) {
    if (record.get(COMMAND) instanceof Document command
        && record.get(DATABASE) instanceof String database) {
      try {
        super.handleCommand(
            new EmbeddedChannel(), database, command.keySet().iterator().next(), command);
      } catch (MongoServerException refusedTheFirstTimeToo) {
        return;
      }
    }
  }

  private long generation() {
    return marks.getOrDefault("log", 0L);
  }

  private Path logFile(long generation) {
    return file.resolveSibling(file.getFileName() + "." + generation + ".log");
  }
}
