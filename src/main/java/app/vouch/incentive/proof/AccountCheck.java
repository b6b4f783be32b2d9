package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Each account, leg by leg: its counters after each, and as they stand. The cursor is the account
 * and how many of its legs are checked.
 */
@ApplicationScoped
class AccountCheck implements Check {
  private static final int LEGS_AT_ONCE = 1_000;
  private static final int ACCOUNTS_AT_ONCE = 100;

  private record Totals(
      long debitsPending, long creditsPending, long debitsPosted, long creditsPosted) {

    Totals after(Row row) {
      StoredLeg leg = row.leg();
      long pending = "PENDING".equals(row.kind()) ? leg.amount() : -leg.released();
      long posted = "POSTED".equals(row.kind()) ? leg.amount() : 0;
      return leg.isDebit()
          ? new Totals(
              debitsPending + pending, creditsPending, debitsPosted + posted, creditsPosted)
          : new Totals(
              debitsPending, creditsPending + pending, debitsPosted, creditsPosted + posted);
    }

    static Totals read(Sql.Row row, String end) throws SQLException {
      return new Totals(
          row.number("debits_pending" + end),
          row.number("credits_pending" + end),
          row.number("debits_posted" + end),
          row.number("credits_posted" + end));
    }
  }

  private record Account(
      UUID id,
      String code,
      String kind,
      String currency,
      Totals totals,
      long legs,
      Instant lastRecordedAt) {}

  private record Row(StoredLeg leg, long number, @Nullable String kind, Totals after) {}

  private final Sql sql;

  AccountCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.ACCOUNTS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    int rows = 0;
    int legs = 0;
    UUID last = null;
    long done = 0;
    if (cursor != null) {
      int slash = cursor.indexOf('/');
      last = UUID.fromString(cursor.substring(0, slash));
      done = Long.parseLong(cursor.substring(slash + 1));
    }
    while (rows < ACCOUNTS_AT_ONCE && legs < LEGS_AT_ONCE) {
      Optional<Account> account = done > 0 ? account(tenant, last) : next(tenant, last);
      if (account.isEmpty()) {
        return Piece.sound(rows, null);
      }
      List<Row> part = legs(tenant, account.get().id(), done, LEGS_AT_ONCE);
      Optional<Fault> fault = fault(tenant, account.get(), done, part);
      if (fault.isPresent()) {
        return Piece.faulty(rows + 1, fault.get());
      }
      legs += part.size();
      last = account.get().id();
      done = part.size() == LEGS_AT_ONCE ? done + part.size() : 0;
      rows += done == 0 ? 1 : 0;
    }
    return Piece.sound(rows, last + "/" + done);
  }

  private Optional<Account> next(UUID tenant, @Nullable UUID after) {
    return accounts("id > ? order by id limit 1", tenant, Cursors.orStart(after));
  }

  private Optional<Account> account(UUID tenant, @Nullable UUID id) {
    return accounts("id = ?", tenant, Cursors.orStart(id));
  }

  private Optional<Account> accounts(String which, UUID tenant, UUID id) {
    return sql
        .list(
            """
            select id, code, kind, currency, debits_pending, credits_pending, debits_posted,
              credits_posted, legs, last_recorded_at
            from ledger_account where tenant_id = ? and """
                + ' '
                + which,
            row ->
                new Account(
                    row.id("id"),
                    row.text("code"),
                    row.text("kind"),
                    row.text("currency"),
                    Totals.read(row, ""),
                    row.number("legs"),
                    row.time("last_recorded_at")),
            tenant,
            id)
        .stream()
        .findFirst();
  }

  private List<Row> legs(UUID tenant, UUID account, long after, int limit) {
    return sql.list(
        "select "
            + StoredLeg.COLUMNS
            + """
            , l.account_leg, e.kind, l.debits_pending_after, l.credits_pending_after,
              l.debits_posted_after, l.credits_posted_after
            from ledger_leg l
            left join ledger_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id
            where l.tenant_id = ? and l.account_id = ? and l.account_leg > ?
            order by l.account_leg limit ?""",
        row ->
            new Row(
                StoredLeg.read(row),
                row.number("account_leg"),
                row.text("kind"),
                Totals.read(row, "_after")),
        tenant,
        account,
        after,
        limit);
  }

  private Optional<Fault> fault(UUID tenant, Account account, long done, List<Row> part) {
    Optional<Row> before = done == 0 ? Optional.empty() : last(tenant, account.id(), done);
    Totals totals = before.map(Row::after).orElse(new Totals(0, 0, 0, 0));
    Instant time = before.map(row -> row.leg().recordedAt()).orElse(Instant.EPOCH);
    long number = done;
    for (Row row : part) {
      String wrong = wrong(row, number + 1, totals, time);
      if (wrong != null) {
        return Optional.of(
            Fault.of(IdType.ACCOUNT, account.id(), "%s: %s", account.code(), wrong)
                .in(row.leg().entry()));
      }
      totals = row.after();
      time = row.leg().recordedAt();
      number = row.number();
    }
    return part.size() == LEGS_AT_ONCE
        ? Optional.empty()
        : end(account, totals, number, time)
            .map(wrong -> Fault.of(IdType.ACCOUNT, account.id(), "%s: %s", account.code(), wrong));
  }

  private Optional<Row> last(UUID tenant, UUID account, long number) {
    return legs(tenant, account, number - 1, 1).stream().findFirst();
  }

  private static @Nullable String wrong(Row row, long expected, Totals before, Instant time) {
    if (row.number() != expected) {
      return "leg %d follows leg %d".formatted(row.number(), expected - 1);
    }
    if (row.kind() == null) {
      return "leg %d is of an entry that is gone".formatted(expected);
    }
    if (row.leg().recordedAt().isBefore(time)) {
      return "leg %d was recorded before the one before it".formatted(expected);
    }
    return before.after(row).equals(row.after())
        ? null
        : "after leg %d it stands at %s, and should at %s"
            .formatted(expected, row.after(), before.after(row));
  }

  private static Optional<String> end(
      Account account, Totals totals, long legs, Instant lastRecordedAt) {
    if (account.legs() != legs) {
      return Optional.of("it should have %d legs, and has %d".formatted(account.legs(), legs));
    }
    if (!account.totals().equals(totals)) {
      return Optional.of(
          "it stands at %s, and at %s after its last leg".formatted(account.totals(), totals));
    }
    if (legs > 0 && !account.lastRecordedAt().equals(lastRecordedAt)) {
      return Optional.of("its last leg was recorded at another time");
    }
    if (!account.code().startsWith(account.kind() + ':')) {
      return Optional.of("it is of kind " + account.kind());
    }
    boolean below =
        account.kind().equals("PAYABLE")
            && totals.creditsPosted() - totals.debitsPosted() - totals.debitsPending() < 0;
    return below ? Optional.of("it is below its limit: " + totals) : Optional.empty();
  }
}
