package io.concordat.queryside.request;

import static io.concordat.queryside.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.request.DataRequestAccepted;
import io.concordat.messages.request.DataRequestDeclined;
import io.concordat.messages.request.DataRequestDelivered;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.DataRequestOpened;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.messages.request.DataRequestView;
import io.concordat.messages.request.DataRequestWithdrawn;
import io.concordat.messages.request.FindDataRequests;
import io.concordat.messages.request.ListDataRequests;
import io.concordat.queryside.ReadSide;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DataRequestQueriesTest {

  private static final Subject OWNER = new Subject("owner");

  private static ReadSide side;

  @BeforeAll
  static void history() {
    side = ReadSide.empty();
    side.happened(
        opened(1, "payments", "vera", 1),
        opened(2, "payments", "ben", 2),
        opened(3, "finance", "vera", 3),
        opened(4, "payments", "vera", 4),
        opened(5, "payments", "vera", 5),
        new DataRequestAccepted(id(2), day(30), day(3), OWNER),
        new DataRequestAccepted(id(2), day(40), day(6), OWNER),
        new DataRequestDeclined(id(3), "Risk has it.", day(7), OWNER),
        new DataRequestAccepted(id(4), day(9), day(5), OWNER),
        new DataRequestDelivered(
            id(4), new ContractId("payments/settlements/daily"), day(8), OWNER),
        new DataRequestWithdrawn(id(5), day(9), new Subject("vera")));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  private static Event opened(int number, String domain, String by, int day) {
    return new DataRequestOpened(
        id(number),
        new DomainId(domain),
        "Request " + number,
        "To know",
        number == 1 ? "amount" : null,
        number == 1 ? day(50) : null,
        day(day),
        new Subject(by));
  }

  private static DataRequestId id(int number) {
    return new DataRequestId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
  }

  @Test
  void aRequestTellsWhatWasAskedAndAnswered() {
    assertThat(find(1))
        .isEqualTo(
            new DataRequestView(
                id(1),
                DataRequestStatus.OPEN,
                new DomainId("payments"),
                "Request 1",
                "To know",
                "amount",
                day(50),
                new Subject("vera"),
                day(1),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    assertThat(find(2).expectedBy()).isEqualTo(day(40));
    assertThat(find(2).acceptedAt()).isEqualTo(day(6));
    assertThat(find(3).reason()).isEqualTo("Risk has it.");
    assertThat(find(4).contract()).isEqualTo(new ContractId("payments/settlements/daily"));
    assertThat(find(4).closedAt()).isEqualTo(day(8));
    assertThat(find(4).acceptedAt()).isEqualTo(day(5));
    assertThat(find(5).status()).isEqualTo(DataRequestStatus.WITHDRAWN);
    assertThat(find(5).closedBy()).isEqualTo(new Subject("vera"));
  }

  @Test
  void requestsAreListedTheLatestFirstByDomainStatusAndPerson() {
    assertThat(list(null, Set.of(), null)).containsExactly(5, 4, 3, 2, 1);
    assertThat(list("payments", Set.of(), null)).containsExactly(5, 4, 2, 1);
    assertThat(list("payments", Set.of(DataRequestStatus.OPEN, DataRequestStatus.ACCEPTED), null))
        .containsExactly(2, 1);
    assertThat(list(null, Set.of(DataRequestStatus.OPEN), "ben")).isEmpty();
    assertThat(list(null, Set.of(), "vera")).containsExactly(5, 4, 3, 1);
  }

  private static DataRequestView find(int number) {
    return side.ask(new FindDataRequests(Set.of(id(number)))).getFirst();
  }

  private static List<Integer> list(
      @Nullable String domain, Set<DataRequestStatus> statuses, @Nullable String by) {
    Page<DataRequestView> page =
        side.ask(
            new ListDataRequests(
                domain == null ? null : new DomainId(domain),
                statuses,
                by == null ? null : new Subject(by),
                PageRequest.first(10, null)));
    return page.entries().stream()
        .map(entry -> (int) entry.node().id().value().getLeastSignificantBits())
        .toList();
  }
}
