package app.vouch.incentive;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Rewards of one payee in one currency, paid together. */
@Entity
@Table(name = "payout")
class Payout extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payee_id", length = 16)
  private UUID payeeId;

  @Column(name = "adapter")
  private String adapter;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private PayoutState state;

  @Column(name = "total")
  private long total;

  /** The part of the total that is for no reward. */
  @Column(name = "arrears")
  private long arrears;

  @Column(name = "set_off")
  private long setOff;

  @Column(name = "currency")
  private String currency;

  @Column(name = "four_eyes_above")
  private @Nullable Long fourEyesAbove;

  @Column(name = "first_approver")
  private @Nullable String firstApprover;

  /** The pending ledger entry of what is paid. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payment_entry_id", length = 16)
  private @Nullable UUID paymentEntryId;

  /** The pending ledger entry of what the payee's debts take. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "set_off_entry_id", length = 16)
  private @Nullable UUID setOffEntryId;

  @Column(name = "reason_code")
  private @Nullable String reasonCode;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "batch_id", length = 16)
  private @Nullable UUID batchId;

  /** What the payment is called where the money moves. */
  @Column(name = "reference")
  private @Nullable String reference;

  /** The reference that it has after its next step. */
  @Transient private @Nullable String nextReference;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Payout() {}

  Payout(
      UUID id,
      UUID payeeId,
      PayoutRoute route,
      Money total,
      Money arrears,
      @Nullable Money fourEyesAbove,
      Instant now) {
    this.id = id;
    this.payeeId = payeeId;
    this.adapter = route.adapter();
    this.batchId = route.batchId();
    this.state = PayoutLifecycle.TABLE.initial();
    this.total = total.minor();
    this.arrears = arrears.minor();
    this.currency = total.currency().code();
    this.fourEyesAbove = fourEyesAbove == null ? null : fourEyesAbove.minor();
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void approveOnce(String actor, Instant now) {
    firstApprover = actor;
    updatedAt = now;
  }

  void reserve(Money toSetOff, @Nullable UUID paymentEntry, @Nullable UUID setOffEntry) {
    setOff = toSetOff.minor();
    paymentEntryId = paymentEntry;
    setOffEntryId = setOffEntry;
  }

  void changeTo(PayoutState newState, @Nullable String newReasonCode, Instant now) {
    state = newState;
    reasonCode = newReasonCode == null ? reasonCode : newReasonCode;
    reference = nextReference == null ? reference : nextReference;
    updatedAt = now;
  }

  /** What the payment is called from the next step on. */
  void willBeCalled(@Nullable String newReference) {
    nextReference = newReference;
  }

  UUID id() {
    return id;
  }

  String publicId() {
    return IdType.PAYOUT.format(id);
  }

  UUID payeeId() {
    return payeeId;
  }

  String adapter() {
    return adapter;
  }

  PayoutState state() {
    return state;
  }

  /** Whether the money is away. */
  boolean isOut() {
    return state == PayoutState.SENT || state == PayoutState.SETTLED;
  }

  Money total() {
    return Money.ofMinor(total, currency);
  }

  Money setOff() {
    return Money.ofMinor(setOff, currency);
  }

  /** What the payee is sent. */
  Money amount() {
    return total().minus(setOff());
  }

  @Nullable Money fourEyesAbove() {
    return fourEyesAbove == null ? null : Money.ofMinor(fourEyesAbove, currency);
  }

  @Nullable String firstApprover() {
    return firstApprover;
  }

  @Nullable UUID paymentEntryId() {
    return paymentEntryId;
  }

  @Nullable UUID setOffEntryId() {
    return setOffEntryId;
  }

  @Nullable String reference() {
    return reference;
  }

  int version() {
    return version;
  }

  PayoutView view(List<UUID> rewards) {
    return new PayoutView(
        publicId(),
        state,
        IdType.PERSON.format(payeeId),
        adapter,
        IdType.PAYOUT_BATCH.formatNullable(batchId),
        reference,
        amount().view(),
        total().view(),
        Money.ofMinor(arrears, currency).view(),
        setOff().view(),
        rewards.stream().map(IdType.REWARD::format).toList(),
        firstApprover,
        reasonCode,
        version,
        createdAt,
        updatedAt);
  }
}
