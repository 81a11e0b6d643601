package io.concordat.command.request;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.request.DataRequestStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision about a data request depends on. */
sealed interface DataRequestState {

  /** Before its first event. */
  record Unopened() implements DataRequestState {}

  /**
   * From opened on.
   *
   * @param expectedBy the day that the domain named last, null where it has named none
   */
  record Known(
      DomainId domain, Subject openedBy, DataRequestStatus status, @Nullable Instant expectedBy)
      implements DataRequestState {

    Known now(DataRequestStatus next) {
      return new Known(domain, openedBy, next, expectedBy);
    }

    Known expected(Instant day) {
      return new Known(domain, openedBy, DataRequestStatus.ACCEPTED, day);
    }
  }
}
