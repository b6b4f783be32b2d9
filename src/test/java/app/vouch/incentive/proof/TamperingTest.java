package app.vouch.incentive.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.incentive.IncentiveStory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in the rows of the books by SQL is found. */
@QuarkusTest
class TamperingTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static volatile UUID tenant = new UUID(0, 0);

  @Inject Audit audit;
  @Inject TestClock clock;
  @Inject LedgerHeadService heads;

  @BeforeEach
  void write() {
    if (tenant.equals(new UUID(0, 0))) {
      tenant = books();
    }
  }

  /**
   * A reward that is paid, one on its way after a payment failed and one came back, one that has
   * grown, one that waits, one that was denied; two heads.
   */
  private UUID books() {
    IncentiveStory paid = IncentiveStory.demo().won().approved();
    paid.payout("APPROVE", "SEND", "SETTLE", "RETURN");
    paid.payout("APPROVE", "SEND", "SETTLE");
    awaitHeads(paid, 1);
    IncentiveStory sent = paid.on(paid.capture("bo@bergwerk.example")).won().approved();
    sent.payout("APPROVE", "SEND", "FAIL");
    sent.payout("APPROVE", "SEND", "SETTLE", "RETURN");
    sent.payout("APPROVE");
    paid.on(paid.capture("eli@ray.example")).won("10000.00").approved().won("12000.00");
    IncentiveStory denied = paid.on(paid.capture("cy@young.example")).won();
    denied.decide(denied.reward(), "DENY").statusCode(200);
    paid.on(paid.capture("di@moss.example")).won();
    awaitHeads(paid, 2);
    return paid.tenant();
  }

  private void awaitHeads(IncentiveStory story, int number) {
    await().atMost(SOON).until(() -> audit.isSealed(story.tenant()));
    clock.advance(Duration.ofDays(1));
    await()
        .atMost(SOON)
        .until(
            () ->
                app.vouch.TestApi.api(story.key())
                        .get("/v1/ledger/heads")
                        .jsonPath()
                        .getList("data")
                        .size()
                    == number);
  }

  @Test
  void shouldFindNothingWhereNothingWasChanged() {
    assertThat(audit.of(tenant)).isEmpty();
  }

  static Stream<Arguments> columns() {
    return Stream.of(
            of("ledger_entry", "id", "tenant_id id entry_key kind content_hash effective_at"),
            of(
                "ledger_entry",
                "id",
                "recorded_at body body_hash resolves reverses corrects link_id"),
            of("ledger_leg", "id", "tenant_id entry_id line account_id account_leg code side"),
            of("ledger_leg", "id", "amount released currency recorded_at debits_pending_after"),
            of("ledger_leg", "id", "credits_pending_after debits_posted_after"),
            of("ledger_leg", "id", "credits_posted_after"),
            of("ledger_account", "id", "tenant_id id code kind currency legs last_recorded_at"),
            of("ledger_account", "id", "debits_pending credits_pending debits_posted"),
            of("ledger_account", "id", "credits_posted"),
            of("ledger_resolution", "pending_id", "tenant_id pending_id entry_id outcome"),
            of("ledger_resolution", "pending_id", "recorded_at"),
            of("ledger_seal", "tenant_id number", "tenant_id number entry_id hash"),
            of("ledger_chain", "tenant_id", "tenant_id seals hash heads"),
            of("ledger_head", "id", "tenant_id number sealed_on seals hash body signature"),
            of("ledger_head", "id", "signed_at"),
            of("reward", "id", "tenant_id id program_id payee_id amount currency accrued state"),
            of("payout", "id", "tenant_id id payee_id total set_off arrears currency adapter"),
            of("payout", "id", "state"),
            of("payout_item", "id", "tenant_id payout_id reward_id amount live_reward_id"))
        .flatMap(table -> table);
  }

  private static Stream<Arguments> of(String table, String keys, String columns) {
    return Arrays.stream(columns.split(" ", -1))
        .map(column -> Arguments.of(table, column, List.of(keys.split(" ", -1))));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("columns")
  void shouldFindAChange(String table, String column, List<String> keys) throws SQLException {
    try (var row = new TamperedRow(tenant, table, keys, column, where(table, column))) {
      assertThat(audit.of(tenant)).as("%s", row).isPresent();
    }
    assertThat(audit.of(tenant)).as("when it was put back").isEmpty();
  }

  /** Where a column means something in some rows only. */
  private static String where(String table, String column) {
    return switch (table + "." + column) {
      case "reward.accrued" -> "state = 'PENDING'";
      case "reward.amount", "reward.program_id", "reward.payee_id", "reward.currency" ->
          "state = 'PAID'";
      case "ledger_leg.released" -> "released > 0";
      default -> "1 = 1";
    };
  }
}
