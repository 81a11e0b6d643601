package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * The file-backed store that has written a command's changes to its file before it answers.
 *
 * <p>By itself the H2 store writes once a second and whenever a buffer fills, so killing the
 * process would lose answered writes or split one command's changes (a document without its index
 * entry). Here nothing is written but at the boundary of commands: a command holds the shared lock
 * while it works, the commit that follows it holds the exclusive one. A commit reaches the
 * operating system, not the disk: a killed process loses nothing, a power cut may.
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

  private final ReadWriteLock boundary = new ReentrantReadWriteLock(true);
  private final MVStore store;

  DurableBackend(MVStore store) {
    super(store);
    this.store = store;
  }

  /**
   * Opens the store in {@code file}, creating it where there is none; at most {@code
   * cacheMegabytes} are cached.
   */
  static DurableBackend open(String file, int cacheMegabytes) {
    return new DurableBackend(
        new MVStore.Builder()
            .fileName(file)
            .cacheSize(cacheMegabytes)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open());
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    return durably(message.getDocument(), () -> super.handleMessage(message));
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    return durably(query.getQuery(), () -> super.handleQuery(query));
  }

  private <T> T durably(Document command, Supplier<T> work) {
    if (command.isEmpty()
        || READS.contains(command.keySet().iterator().next().toLowerCase(Locale.ROOT))) {
      return work.get();
    }
    T answer;
    boundary.readLock().lock();
    try {
      answer = work.get();
    } finally {
      boundary.readLock().unlock();
    }
    boundary.writeLock().lock();
    try {
      store.commit();
    } finally {
      boundary.writeLock().unlock();
    }
    return answer;
  }
}
