package io.concordat.eventstore.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Live aggregates by their stream, held by strong references up to a number; the least recently
 * used goes first.
 *
 * <p>Axon's repository takes an entry out when the unit of work that used it rolls back, a lost
 * race for the stream included, so that the next attempt reads the stream anew. An aggregate
 * without an identity (a command that changed nothing on a stream that is not there) is not kept.
 */
public final class AggregateCache implements Cache {

  private final Map<Object, Object> entries;
  private final Set<EntryListener> listeners = new CopyOnWriteArraySet<>();
  private final int capacity;

  /** Holds at most {@code capacity} aggregates. */
  public AggregateCache(int capacity) {
    this.capacity = capacity;
    this.entries = new LinkedHashMap<>(16, 0.75f, true);
  }

  /** Number of aggregates in memory. */
  public int size() {
    synchronized (entries) {
      return entries.size();
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <K, V> @Nullable V get(@Nullable K key) {
    Object value;
    synchronized (entries) {
      value = key == null ? null : entries.get(key);
    }
    if (key != null && value != null) {
      listeners.forEach(listener -> listener.onEntryRead(key, value));
    }
    return (V) value;
  }

  @Override
  public void put(@Nullable Object key, @Nullable Object value) {
    if (key == null || value == null) {
      return;
    }
    Object before;
    Object evicted = null;
    synchronized (entries) {
      before = entries.put(key, value);
      if (entries.size() > capacity) {
        evicted = entries.keySet().iterator().next();
        entries.remove(evicted);
      }
    }
    for (EntryListener listener : listeners) {
      if (before == null) {
        listener.onEntryCreated(key, value);
      } else {
        listener.onEntryUpdated(key, value);
      }
      if (evicted != null) {
        listener.onEntryExpired(evicted);
      }
    }
  }

  @Override
  public boolean putIfAbsent(@Nullable Object key, @Nullable Object value) {
    if (key == null || value == null) {
      return false;
    }
    synchronized (entries) {
      if (entries.containsKey(key)) {
        return false;
      }
    }
    put(key, value);
    return true;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
    Object present = get(key);
    if (present != null) {
      return (T) present;
    }
    T value = valueSupplier.get();
    put(key, value);
    return value;
  }

  @Override
  public boolean remove(@Nullable Object key) {
    boolean removed;
    synchronized (entries) {
      removed = key != null && entries.remove(key) != null;
    }
    if (key != null && removed) {
      listeners.forEach(listener -> listener.onEntryRemoved(key));
    }
    return removed;
  }

  @Override
  public void removeAll() {
    List<Object> keys;
    synchronized (entries) {
      keys = List.copyOf(entries.keySet());
    }
    keys.forEach(this::remove);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    synchronized (entries) {
      return key != null && entries.containsKey(key);
    }
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    Object present = get(key);
    if (present == null) {
      return;
    }
    V value = update.apply((V) present);
    if (value == null) {
      remove(key);
    } else {
      put(key, value);
    }
  }
}
