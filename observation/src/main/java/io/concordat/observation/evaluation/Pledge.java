package io.concordat.observation.evaluation;

import io.concordat.observation.evaluation.Holding.Held;
import io.concordat.observation.evaluation.Holding.NotHeld;
import java.util.List;

/** What a reading is held against: a promise, or all that have one name. */
public sealed interface Pledge permits Promise, Pledge.Joint {

  /** Counts the checks of a reading, kept and broken, or says why it cannot. */
  Holding hold(Reading reading);

  /** Promises of one name; at least one. */
  static Pledge of(List<Promise> promises) {
    return promises.size() == 1 ? promises.getFirst() : new Joint(promises);
  }

  /** A reading is held against those whose unit it has, and must keep all of them. */
  record Joint(List<Promise> promises) implements Pledge {

    public Joint {
      promises = List.copyOf(promises);
      if (promises.isEmpty()) {
        throw new IllegalArgumentException("There is nothing to hold a reading against");
      }
    }

    @Override
    public Holding hold(Reading reading) {
      Holding answer = promises.getFirst().hold(reading);
      for (Promise promise : promises.subList(1, promises.size())) {
        answer = worse(answer, promise.hold(reading));
      }
      return answer;
    }

    private static Holding worse(Holding one, Holding other) {
      return switch (one) {
        case NotHeld _ -> other instanceof Held ? other : one;
        case Held held -> held.kept() && other instanceof Held ? other : one;
      };
    }
  }
}
