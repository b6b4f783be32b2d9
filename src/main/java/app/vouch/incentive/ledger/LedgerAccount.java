package app.vouch.incentive.ledger;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account and its counters. Made by an insert of its own, changed only while locked. */
@Entity
@Table(name = "ledger_account")
class LedgerAccount extends TenantOwned {
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
    this.currency = key.currency().getCurrencyCode();
    this.createdAt = now;
    this.lastRecordedAt = now;
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
    return new AccountKey(AccountCode.parse(code), Currency.getInstance(currency));
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
        Money.ofMinor(counters.balance(kind.normal()), currency).view(),
        Money.ofMinor(debitsPosted, currency).view(),
        Money.ofMinor(creditsPosted, currency).view(),
        Money.ofMinor(debitsPending, currency).view(),
        Money.ofMinor(creditsPending, currency).view(),
        Money.viewOf(limit, currency),
        room().isPresent() ? Money.ofMinor(room().getAsLong(), currency).view() : null,
        createdAt);
  }

  /** How the account stood at a moment. */
  LedgerBalanceView balance(Counters then, AsOf moment) {
    return new LedgerBalanceView(
        IdType.ACCOUNT.format(id),
        code,
        kind,
        kind.normal(),
        Money.ofMinor(then.balance(kind.normal()), currency).view(),
        Money.ofMinor(then.debitsPending(), currency).view(),
        Money.ofMinor(then.creditsPending(), currency).view(),
        moment.recorded(),
        moment.effective());
  }
}
