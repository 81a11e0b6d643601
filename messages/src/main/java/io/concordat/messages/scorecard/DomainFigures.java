package io.concordat.messages.scorecard;

import io.concordat.messages.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's row is made of.
 *
 * @param passed checks that passed, over all windows of all products that begin within the month
 * @param failed checks that failed, likewise
 * @param incidents opened within the month
 * @param secondsToAcknowledge of those of them that are acknowledged, in no order
 * @param secondsToResolve of those of them that are resolved, in no order
 * @param driftingContracts at the end of the month, or now
 * @param waivers that hold at that time
 * @param percentBefore compliance of the month before, 0 to 100; null where nothing was checked
 * @param monthsInNeedBefore months in need of support up to the month before, in a row
 * @param director to whom the domain answers; null where none is named
 */
public record DomainFigures(
    long passed,
    long failed,
    int incidents,
    List<Long> secondsToAcknowledge,
    List<Long> secondsToResolve,
    int driftingContracts,
    int waivers,
    @Nullable Double percentBefore,
    int monthsInNeedBefore,
    @Nullable Subject director) {

  public DomainFigures {
    secondsToAcknowledge = List.copyOf(secondsToAcknowledge);
    secondsToResolve = List.copyOf(secondsToResolve);
  }
}
