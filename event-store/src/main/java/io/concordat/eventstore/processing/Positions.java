package io.concordat.eventstore.processing;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells waiting readers that some processor of this node may have come further. */
final class Positions {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long moves;
  private int waiting;

  void moved() {
    lock.lock();
    try {
      moves++;
      if (waiting > 0) {
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Number of moves so far, to be given to {@link #awaitMove}. */
  long moves() {
    lock.lock();
    try {
      return moves;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there was a move since, or for that long. */
  void awaitMove(long since, long nanos) throws InterruptedException {
    lock.lock();
    try {
      waiting++;
      long rest = nanos;
      while (moves == since && rest > 0) {
        rest = moved.awaitNanos(rest);
      }
    } finally {
      waiting--;
      lock.unlock();
    }
  }
}
