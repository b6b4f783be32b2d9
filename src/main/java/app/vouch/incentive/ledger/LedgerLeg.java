package app.vouch.incentive.ledger;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One side of an entry, and how its account stood after it. Append-only. */
@Entity
@Immutable
@Table(name = "ledger_leg")
class LedgerLeg extends TenantOwned {
  static final String INSERT =
      """
      insert into ledger_leg (id, tenant_id, entry_id, line, account_id, account_leg, code, side,
        amount, released, currency, debits_pending_after, credits_pending_after,
        debits_posted_after, credits_posted_after, recorded_at) values""";

  /** The marks of one {@link #row}. */
  static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "entry_id", length = 16)
  private UUID entryId;

  /** 1, 2, 3 … in the entry. */
  @Column(name = "line")
  private int line;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "account_id", length = 16)
  private UUID accountId;

  /** 1, 2, 3 … on the account, in the order in which they were booked. */
  @Column(name = "account_leg")
  private long accountLeg;

  @Column(name = "code")
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "side")
  private Side side;

  @Column(name = "amount")
  private long amount;

  @Column(name = "released")
  private long released;

  @Column(name = "currency")
  private String currency;

  @Column(name = "debits_pending_after")
  private long debitsPendingAfter;

  @Column(name = "credits_pending_after")
  private long creditsPendingAfter;

  @Column(name = "debits_posted_after")
  private long debitsPostedAfter;

  @Column(name = "credits_posted_after")
  private long creditsPostedAfter;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected LedgerLeg() {}

  LedgerLeg(
      UUID id,
      UUID entryId,
      int line,
      LedgerAccount account,
      Movement movement,
      Counters after,
      Instant recordedAt) {
    this.id = id;
    this.entryId = entryId;
    this.line = line;
    this.accountId = account.id();
    this.accountLeg = account.take(after, recordedAt);
    this.code = movement.account().code().text();
    this.side = movement.side();
    this.amount = movement.amount();
    this.released = movement.released();
    this.currency = movement.account().currency().code();
    this.debitsPendingAfter = after.debitsPending();
    this.creditsPendingAfter = after.creditsPending();
    this.debitsPostedAfter = after.debitsPosted();
    this.creditsPostedAfter = after.creditsPosted();
    this.recordedAt = recordedAt;
  }

  /** Its columns, as {@link #INSERT} names them. */
  List<Object> row(UUID tenant) {
    return List.of(
        id,
        tenant,
        entryId,
        line,
        accountId,
        accountLeg,
        code,
        side,
        amount,
        released,
        currency,
        debitsPendingAfter,
        creditsPendingAfter,
        debitsPostedAfter,
        creditsPostedAfter,
        recordedAt);
  }

  UUID id() {
    return id;
  }

  UUID entryId() {
    return entryId;
  }

  UUID accountId() {
    return accountId;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  AccountKind kind() {
    return AccountCode.parse(code).kind();
  }

  /** What it adds to what is owed to its account's owner, in minor units. */
  long owed() {
    return side == Side.CREDIT ? amount : -amount;
  }

  Movement movement() {
    return new Movement(
        new AccountKey(AccountCode.parse(code), Unit.of(currency)), side, amount, released);
  }

  Counters after() {
    return new Counters(
        debitsPendingAfter, creditsPendingAfter, debitsPostedAfter, creditsPostedAfter);
  }

  LedgerEntryView.LegView view() {
    Side normal = AccountCode.parse(code).kind().normal();
    return new LedgerEntryView.LegView(
        IdType.ACCOUNT.format(accountId),
        code,
        side,
        Money.ofMinor(amount, currency).shown(),
        Money.ofMinor(after().balance(normal), currency).shown());
  }
}
