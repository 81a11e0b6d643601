package io.concordat.observation.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The latest observations of one series, by which a repetition is known. What is older than all of
 * them could be a repetition of one that is forgotten, and is never new.
 *
 * <p>Not thread safe.
 */
public final class Recent {

  /** How many observations are remembered. */
  public static final int CAPACITY = 64;

  private static final int FIRST = 4;

  /** Ascending. */
  private long[] times = new long[FIRST];

  /** Hash of the id of the observation at the same index of {@link #times}. */
  private long[] ids = new long[FIRST];

  private int size;
  private long forgotten = Long.MIN_VALUE;

  /** What an observation is to its series. */
  public enum Arrival {
    NEW,
    REPEATED,
    LATE
  }

  /**
   * Remembers an observation that is new.
   *
   * @param at when it was observed, milliseconds since 1970 UTC, after {@link Long#MIN_VALUE}
   * @param id see {@link #hash}
   */
  public Arrival arrive(long at, long id) {
    for (int index = size - 1; index >= 0; index--) {
      if (ids[index] == id) {
        return Arrival.REPEATED;
      }
    }
    if (at <= forgotten) {
      return Arrival.LATE;
    }
    if (size == CAPACITY) {
      if (at <= times[0]) {
        // It would be forgotten at once, and with it that it was counted.
        return Arrival.LATE;
      }
      forgotten = times[0];
      remove();
    } else if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    insert(at, id);
    return Arrival.NEW;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(size);
    out.writeLong(forgotten);
    for (int index = 0; index < size; index++) {
      out.writeLong(times[index]);
      out.writeLong(ids[index]);
    }
  }

  /** Reads what {@link #write} has written. */
  public static Recent read(DataInput in) throws IOException {
    Recent recent = new Recent();
    recent.size = in.readByte();
    recent.forgotten = in.readLong();
    int room = Math.max(FIRST, Integer.highestOneBit(Math.max(1, recent.size) * 2 - 1));
    recent.times = new long[room];
    recent.ids = new long[room];
    for (int index = 0; index < recent.size; index++) {
      recent.times[index] = in.readLong();
      recent.ids[index] = in.readLong();
    }
    return recent;
  }

  /** A 64-bit hash of an id: FNV-1a of its characters, mixed by the end of SplitMix64. */
  public static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < id.length(); index++) {
      hash = (hash ^ id.charAt(index)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  private void remove() {
    size--;
    System.arraycopy(times, 1, times, 0, size);
    System.arraycopy(ids, 1, ids, 0, size);
  }

  private void insert(long at, long id) {
    int place = size;
    while (place > 0 && times[place - 1] > at) {
      place--;
    }
    System.arraycopy(times, place, times, place + 1, size - place);
    System.arraycopy(ids, place, ids, place + 1, size - place);
    times[place] = at;
    ids[place] = id;
    size++;
  }
}
