package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.AmountView;
import app.vouch.shared.Money;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A leg as its row says. */
record StoredLeg(
    UUID entry,
    int line,
    UUID account,
    String code,
    String side,
    long amount,
    long released,
    String currency,
    Instant recordedAt) {
  static final String COLUMNS =
      "l.entry_id, l.line, l.account_id, l.code, l.side, l.amount, l.released, l.currency,"
          + " l.recorded_at as leg_recorded_at";

  static StoredLeg read(Sql.Row row) throws SQLException {
    return new StoredLeg(
        row.id("entry_id"),
        (int) row.number("line"),
        row.id("account_id"),
        row.text("code"),
        row.text("side"),
        row.number("amount"),
        row.number("released"),
        row.text("currency"),
        row.time("leg_recorded_at"));
  }

  /** Of these entries, line by line. */
  static List<StoredLeg> of(Sql sql, UUID tenant, Collection<UUID> entries) {
    return entries.isEmpty()
        ? List.of()
        : sql.list(
            "select "
                + COLUMNS
                + " from ledger_leg l where l.tenant_id = ? and l.entry_id in (?)"
                + " order by l.entry_id, l.line",
            StoredLeg::read,
            tenant,
            entries);
  }

  boolean isDebit() {
    return side.equals("DEBIT");
  }

  /** More than zero for a debit. */
  long signed(long value) {
    return isDebit() ? value : -value;
  }

  /** As the entry's bytes say it; minor units where the currency is none. */
  AmountView shown() {
    try {
      return Money.ofMinor(amount, currency).shown();
    } catch (IllegalArgumentException noCurrency) {
      return new AmountView(Long.toString(amount), currency, null, null);
    }
  }
}
