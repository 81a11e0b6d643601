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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * a log before it is done, and the store is written as it is between two commands, together with
 * the number of the log that comes next. A start does the commands of that log and of those after
 * it again. The log reaches the operating system, not the disk: a power cut may lose the last
 * moments.
 *
 * <p>Commands wait only while the state to be written is noted, not while it is written: the store
 * never changes what it has noted, and the log that it makes superfluous is kept until it is there.
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

  /** Live share of the file below which it is compacted while nobody writes. */
  private static final int WORTH_COMPACTING_PERCENT = 60;

  /** Live share below which it is compacted although commands have to wait for it. */
  private static final int URGENT_PERCENT = 20;

  /**
   * So late that it never happens; the store writes beside its callers only where it has a delay.
   */
  private static final int NEVER_BY_ITSELF = Integer.MAX_VALUE;

  /** What the store answers where somebody else is committing. */
  private static final long NOT_COMMITTED = -1;

  private final MVStore store;
  private final Map<String, Long> marks;
  private final Path file;
  private final Lock writing = new ReentrantLock();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("checkpoint").factory());
  private final Deque<WriteAheadLog> superseded = new ArrayDeque<>();
  private final AtomicBoolean full = new AtomicBoolean();
  private WriteAheadLog log;
  private boolean written;

  private DurableBackend(MVStore store, Path file) throws IOException {
    super(store);
    this.store = store;
    this.file = file;
    this.marks = store.openMap("concordat.marks");
    this.log = recover();
    var unused =
        timer.scheduleWithFixedDelay(
            this::checkpointOrCompact, CHECKPOINT_SECONDS, CHECKPOINT_SECONDS, TimeUnit.SECONDS);
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
            .autoCompactFillRate(0)
            .open();
    store.setAutoCommitDelay(NEVER_BY_ITSELF);
    store.setRetentionTime(RETENTION_MILLISECONDS);
    StoredTypes.openAll(store);
    return new DurableBackend(store, file);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new TypedDatabase(name, getMvStore(), getCursorRegistry());
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
        if (store.getUnsavedMemory() > UNSAVED_BYTES && full.compareAndSet(false, true)) {
          timer.execute(this::checkpointOrCompact);
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
    timer.close();
    writing.lock();
    try {
      checkpoint();
      super.close();
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

  /** Only ever runs on the thread of the timer, which would not run it again after a failure. */
  private void checkpointOrCompact() {
    try {
      writeAndCompact();
    } catch (RuntimeException e) {
      System.err.println("The store could not be written, and will be tried again: " + e);
    } finally {
      full.set(false);
    }
  }

  private void writeAndCompact() {
    boolean busy = checkpointWhenWritten();
    int worthIt = busy ? URGENT_PERCENT : WORTH_COMPACTING_PERCENT;
    if (store.getFileStore().getChunksFillRate() < worthIt) {
      compact();
    }
  }

  /** Writes the store beside the commands; false where there is nothing to write. */
  private boolean checkpointWhenWritten() {
    writing.lock();
    try {
      if (!written) {
        return false;
      }
      begin();
      if (store.tryCommit() == NOT_COMMITTED) {
        store.commit();
      }
    } finally {
      writing.unlock();
    }
    // What was noted is in the file when this returns.
    store.executeFilestoreOperation(() -> {});
    forget();
    return true;
  }

  /** Compacts the file a little. Commands wait meanwhile. */
  private void compact() {
    writing.lock();
    try {
      checkpoint();
      store.compact(WORTH_COMPACTING_PERCENT, COMPACTED_BYTES);
    } finally {
      writing.unlock();
    }
  }

  /** Writes the store and waits until it is written; to be called between commands only. */
  private void checkpoint() {
    begin();
    store.commit();
    forget();
  }

  /** The commands from now on belong to the next log, and the store will say so. */
  private void begin() {
    long next = generation() + 1;
    WriteAheadLog opened = open(next);
    superseded.add(log);
    log = opened;
    marks.put("log", next);
    written = false;
  }

  /** Deletes the logs of what has been written. */
  private void forget() {
    WriteAheadLog done;
    while ((done = superseded.poll()) != null) {
      done.close();
    }
  }

  /** Does again what was answered after the store was last written, and opens the next log. */
  private WriteAheadLog recover() throws IOException {
    long next = generation();
    while (Files.exists(logFile(next))) {
      WriteAheadLog.read(logFile(next), this::repeat);
      next++;
    }
    WriteAheadLog fresh = open(next);
    marks.put("log", next);
    store.commit();
    for (long done = next - 1; Files.deleteIfExists(logFile(done)); done--) {}
    return fresh;
  }

  private WriteAheadLog open(long generation) {
    try {
      return WriteAheadLog.create(logFile(generation));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
