package app.vouch.incentive.ledger;

import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account and its counters, changed only while locked. */
@Entity
@Immutable
@Table(name = "ledger_account")
class LedgerAccount extends TenantOwned {
  /** Of a tenant, with these codes, in the order of their codes. */
  static final String LOCK =
      """
      select id, code, kind, currency, debits_pending, credits_pending, debits_posted,
        credits_posted, limit_minor, legs, created_at, last_recorded_at
      from ledger_account force index (ledger_account_code)
      where tenant_id = ? and code in (?) order by code, currency for update""";

  static final String INSERT =
      """
      insert into ledger_account (id, tenant_id, code, kind, currency, debits_pending,
        credits_pending, debits_posted, credits_posted, legs, created_at, last_recorded_at)
      values""";

  /** The marks of one {@link #row}. */
  static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** What follows {@link #INSERT} for accounts that are there. */
  static final String REPLACE_COUNTERS =
      """
      on duplicate key update debits_pending = values(debits_pending),
        credits_pending = values(credits_pending), debits_posted = values(debits_posted),
        credits_posted = values(credits_posted), legs = values(legs),
        last_recorded_at = values(last_recorded_at)""";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "code", updatable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private AccountKind kind;

  @Column(name = "currency", updatable = false)
  private String currency;

  @Column(name = "debits_pending")
  private long debitsPending;

  @Column(name = "credits_pending")
  private long creditsPending;

  @Column(name = "debits_posted")
  private long debitsPosted;

  @Column(name = "credits_posted")
  private long creditsPosted;

  /** What its kind counts against a limit may not be more; null for no limit. */
  @Column(name = "limit_minor")
  private @Nullable Long limit;

  /** How many legs the account has; the last one's number. */
  @Column(name = "legs")
  private long legs;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  /** When its last leg was recorded; never goes back, whichever replica's clock wrote it. */
  @Column(name = "last_recorded_at")
  private Instant lastRecordedAt;

  protected LedgerAccount() {}

  LedgerAccount(UUID id, AccountKey key, Instant now) {
    this.id = id;
    this.code = key.code().text();
    this.kind = key.code().kind();
    this.currency = key.currency().code();
    this.createdAt = now;
    this.lastRecordedAt = now;
  }

  static LedgerAccount of(Sql.Row row) throws SQLException {
    LedgerAccount account = new LedgerAccount();
    account.id = row.id("id");
    account.code = row.text("code");
    account.kind = AccountKind.valueOf(row.text("kind"));
    account.currency = row.text("currency");
    account.debitsPending = row.number("debits_pending");
    account.creditsPending = row.number("credits_pending");
    account.debitsPosted = row.number("debits_posted");
    account.creditsPosted = row.number("credits_posted");
    account.limit = row.numberOrNull("limit_minor");
    account.legs = row.number("legs");
    account.createdAt = row.time("created_at");
    account.lastRecordedAt = row.time("last_recorded_at");
    return account;
  }

  /** Its columns, as {@link #INSERT} names them. */
  List<Object> row(UUID tenant) {
    return List.of(
        id,
        tenant,
        code,
        kind,
        currency,
        debitsPending,
        creditsPending,
        debitsPosted,
        creditsPosted,
        legs,
        createdAt,
        lastRecordedAt);
  }

  /** Takes one more leg and says which number it has. */
  long take(Counters after, Instant recordedAt) {
    debitsPending = after.debitsPending();
    creditsPending = after.creditsPending();
    debitsPosted = after.debitsPosted();
    creditsPosted = after.creditsPosted();
    lastRecordedAt = recordedAt;
    return ++legs;
  }

  UUID id() {
    return id;
  }

  AccountKey key() {
    return new AccountKey(AccountCode.parse(code), Unit.of(currency));
  }

  Counters counters() {
    return new Counters(debitsPending, creditsPending, debitsPosted, creditsPosted);
  }

  @Nullable Long limit() {
    return limit;
  }

  void limitTo(@Nullable Money amount) {
    limit = amount == null ? null : amount.minor();
  }

  OptionalLong room() {
    return kind.room(counters(), limit);
  }

  LedgerService.Spending spending() {
    Unit unit = Unit.of(currency);
    return new LedgerService.Spending(
        new Money(counters().spent(), unit), limit == null ? null : new Money(limit, unit));
  }

  Instant lastRecordedAt() {
    return lastRecordedAt;
  }

  LedgerAccountView view() {
    Counters counters = counters();
    return new LedgerAccountView(
        IdType.ACCOUNT.format(id),
        code,
        kind,
        key().code().owner(),
        kind.normal(),
        Money.ofMinor(counters.balance(kind.normal()), currency).shown(),
        Money.ofMinor(debitsPosted, currency).shown(),
        Money.ofMinor(creditsPosted, currency).shown(),
        Money.ofMinor(debitsPending, currency).shown(),
        Money.ofMinor(creditsPending, currency).shown(),
        Money.shown(limit, currency),
        room().isPresent() ? Money.ofMinor(room().getAsLong(), currency).shown() : null,
        createdAt);
  }

  /** How the account stood at a moment. */
  LedgerBalanceView balance(Counters then, AsOf moment) {
    return new LedgerBalanceView(
        IdType.ACCOUNT.format(id),
        code,
        kind,
        kind.normal(),
        Money.ofMinor(then.balance(kind.normal()), currency).shown(),
        Money.ofMinor(then.debitsPending(), currency).shown(),
        Money.ofMinor(then.creditsPending(), currency).shown(),
        moment.recorded(),
        moment.effective());
  }
}
