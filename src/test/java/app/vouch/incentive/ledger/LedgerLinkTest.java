package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.SamplePostings.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries that belong together are booked all, or none is. */
@QuarkusTest
class LedgerLinkTest {
  @Inject LedgerService ledger;
  @Inject LedgerReportService reports;
  @Inject LedgerHarness books;

  private UUID tenant;

  @BeforeEach
  void ownBooks() {
    tenant = books.tenant();
  }

  @Test
  void shouldShowTheLinkWhenEntriesAreBookedTogether() {
    List<UUID> linked = linked(accrual("a:GRANT:1", 100), payment("a:PAY:1", 100));

    String link = IdType.ENTRY.format(linked.getFirst());
    assertThat(linked)
        .allSatisfy(
            id ->
                assertThat(
                        books.read(tenant, () -> reports.entry(IdType.ENTRY.format(id))).linkId())
                    .isEqualTo(link));
    assertThat(books.counters(tenant, PAYABLE, "USD")).isEqualTo(new Counters(0, 0, 100, 100));
    books.requireSound(tenant);
  }

  @Test
  void shouldBookNoneWhenOneIsRefused() {
    assertThatThrownBy(() -> linked(accrual("a:GRANT:1", 100), payment("a:PAY:1", 101)))
        .isInstanceOfSatisfying(
            Refusal.Rule.class, no -> assertThat(no.type()).isEqualTo(ProblemType.LEDGER_LIMIT));

    assertThat(
            books
                .read(tenant, () -> reports.entries(PageRequest.parse(null, null), null, null))
                .data())
        .isEmpty();
    assertThat(books.counters(tenant, EXPENSE, "USD")).isEqualTo(Counters.ZERO);
  }

  @Test
  void shouldAnswerTheSameWhenTheCallIsRepeated() {
    List<UUID> first = linked(accrual("a:GRANT:1", 100), payment("a:PAY:1", 100));

    assertThat(linked(accrual("a:GRANT:1", 100), payment("a:PAY:1", 100))).isEqualTo(first);
    assertReused(accrual("a:GRANT:1", 100), payment("b:PAY:1", 100));
    assertReused(accrual("a:GRANT:1", 100));
    assertThat(books.counters(tenant, EXPENSE, "USD")).isEqualTo(new Counters(0, 0, 100, 0));
  }

  @Test
  void shouldRefuseWhenAKeyComesTwiceInOneCall() {
    assertThatThrownBy(() -> linked(accrual("a:GRANT:1", 100), accrual("a:GRANT:1", 100)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertReused(Posting... postings) {
    assertThatThrownBy(() -> linked(postings))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            no -> assertThat(no.type()).isEqualTo(ProblemType.ENTRY_KEY_REUSED));
  }

  private List<UUID> linked(Posting... postings) {
    return books.in(tenant, () -> ledger.postLinked(List.of(postings)));
  }
}
