package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Debits equal credits over all accounts, what is pending for itself. */
@ApplicationScoped
class SumCheck implements Check {

  private record Sum(
      String currency,
      BigDecimal debitsPosted,
      BigDecimal creditsPosted,
      BigDecimal debitsPending,
      BigDecimal creditsPending) {

    boolean balances() {
      return debitsPosted.compareTo(creditsPosted) == 0
          && debitsPending.compareTo(creditsPending) == 0;
    }
  }

  private final Sql sql;

  SumCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.SUMS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    List<Sum> sums =
        sql.list(
            """
            select currency, sum(debits_posted) as a, sum(credits_posted) as b,
              sum(debits_pending) as c, sum(credits_pending) as d
            from ledger_account where tenant_id = ? group by currency order by currency""",
            row ->
                new Sum(
                    row.text("currency"),
                    row.decimal("a"),
                    row.decimal("b"),
                    row.decimal("c"),
                    row.decimal("d")),
            tenant);
    return sums.stream()
        .filter(sum -> !sum.balances())
        .findFirst()
        .map(
            sum ->
                Piece.faulty(
                    sums.size(),
                    Fault.of(
                        IdType.TENANT,
                        tenant,
                        "debits and credits in %s differ over all accounts: %s and %s posted, %s and %s pending",
                        sum.currency(),
                        sum.debitsPosted(),
                        sum.creditsPosted(),
                        sum.debitsPending(),
                        sum.creditsPending())))
        .orElseGet(() -> Piece.sound(sums.size(), null));
  }
}
