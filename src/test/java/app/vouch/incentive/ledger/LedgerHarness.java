package app.vouch.incentive.ledger;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Books of a tenant of their own, written as the service writes them: one transaction a step. */
@ApplicationScoped
public class LedgerHarness {
  /** Seconds; books of thousands of accounts are read in one go. */
  private static final int LONG = 600;

  private static final Actor TEST = Actor.system("ledger-test");

  private final TenantScope scope;
  private final Work work;
  private final EntityManager entities;

  LedgerHarness(TenantScope scope, Work work, EntityManager entities) {
    this.scope = scope;
    this.work = work;
    this.entities = entities;
  }

  /** The id of a new tenant. */
  public UUID tenant() {
    String id =
        api(OPERATOR_KEY).body(Map.of("name", unique("Books"))).post("/v1/tenants").path("id");
    return IdType.TENANT.inPath(id);
  }

  /** In a transaction, run again after a lost race, as any write. */
  <T> T in(UUID tenant, Supplier<T> step) {
    return scope.call(
        tenant,
        TEST,
        "ledger-test",
        () -> {
          AtomicReference<@Nullable T> result = new AtomicReference<>();
          work.step("ledger-test", () -> result.set(step.get()));
          return Objects.requireNonNull(result.get());
        });
  }

  /** A write in somebody's name, outside any transaction. */
  <T> T as(UUID tenant, Actor actor, Supplier<T> call) {
    return scope.call(tenant, actor, "ledger-test", call);
  }

  Counters counters(UUID tenant, AccountCode code, String currency) {
    return read(
        tenant,
        () ->
            entities
                .createQuery(
                    "from LedgerAccount where code = :code and currency = :currency",
                    LedgerAccount.class)
                .setParameter("code", code.text())
                .setParameter("currency", currency)
                .getResultStream()
                .findFirst()
                .map(LedgerAccount::counters)
                .orElse(Counters.ZERO));
  }

  /** All accounts of one owner, as they are booked. */
  Map<AccountKey, Counters> countersOf(UUID tenant, String owner) {
    return read(
        tenant,
        () ->
            entities
                .createQuery(
                    "from LedgerAccount where code like concat('%:', :owner)", LedgerAccount.class)
                .setParameter("owner", owner)
                .getResultStream()
                .collect(Collectors.toMap(LedgerAccount::key, LedgerAccount::counters)));
  }

  <T> T read(UUID tenant, Supplier<T> query) {
    return scope.call(
        tenant,
        TEST,
        "ledger-test",
        () -> QuarkusTransaction.requiringNew().timeout(LONG).call(query::get));
  }

  /**
   * What must hold of any tenant's books: every currency sums to zero, each account's legs replay
   * to the counters after each of them and to the account's own.
   */
  public void requireSound(UUID tenant) {
    read(
        tenant,
        () -> {
          requireZeroSums();
          List<LedgerAccount> accounts =
              entities.createQuery("from LedgerAccount", LedgerAccount.class).getResultList();
          accounts.forEach(this::requireReplay);
          return accounts.size();
        });
  }

  /** What must hold of what is owed to payees and by them, holds counted, after each leg. */
  public void requireNoneBelowZero(UUID tenant) {
    read(
        tenant,
        () -> {
          List<LedgerLeg> legs =
              entities.createQuery("from LedgerLeg order by id", LedgerLeg.class).getResultList();
          for (LedgerLeg leg : legs) {
            AccountKind kind = leg.movement().account().code().kind();
            if (kind == AccountKind.PAYABLE) {
              assertThat(leg.after().spendable()).as("after a leg of %s", kind).isNotNegative();
            } else if (kind == AccountKind.RECEIVABLE) {
              assertThat(leg.after().collectable()).as("after a leg of %s", kind).isNotNegative();
            }
          }
          return legs.size();
        });
  }

  private void requireZeroSums() {
    List<Object[]> sums =
        entities
            .createQuery(
                """
                select currency, sum(cast(debitsPosted as BigDecimal)) - sum(cast(creditsPosted as BigDecimal)),
                  sum(cast(debitsPending as BigDecimal)) - sum(cast(creditsPending as BigDecimal))
                from LedgerAccount group by currency""",
                Object[].class)
            .getResultList();
    for (Object[] sum : sums) {
      assertThat((BigDecimal) sum[1]).as("posted in %s", sum[0]).isEqualByComparingTo("0");
      assertThat((BigDecimal) sum[2]).as("pending in %s", sum[0]).isEqualByComparingTo("0");
    }
  }

  /** Forgets what it has read, since every query looks through all that the session holds. */
  private void requireReplay(LedgerAccount account) {
    List<Object[]> legs =
        entities
            .createQuery(
                """
                select l, e.kind from LedgerLeg l join LedgerEntry e on e.id = l.entryId
                where l.accountId = :id order by l.accountLeg""",
                Object[].class)
            .setParameter("id", account.id())
            .getResultList();
    Counters replayed = Counters.ZERO;
    for (Object[] row : legs) {
      LedgerLeg leg = (LedgerLeg) row[0];
      replayed = replayed.after((EntryKind) row[1], leg.movement());
      assertThat(leg.after()).as("after a leg of %s", account.key()).isEqualTo(replayed);
    }
    assertThat(account.counters()).as("counters of %s", account.key()).isEqualTo(replayed);
    entities.clear();
  }
}
