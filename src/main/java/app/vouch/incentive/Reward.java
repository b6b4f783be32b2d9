package app.vouch.incentive;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.Kind;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A promise that a program version made to a payee for a referral. */
@Entity
@Table(name = "reward")
class Reward extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16)
  private UUID programId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_version_id", length = 16)
  private UUID programVersionId;

  @Column(name = "rule_id")
  private String ruleId;

  @Enumerated(EnumType.STRING)
  @Column(name = "cause")
  private Trigger cause;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private UUID referralId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private @Nullable UUID dealId;

  @Enumerated(EnumType.STRING)
  @Column(name = "beneficiary")
  private Beneficiary beneficiary;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payee_id", length = 16)
  private UUID payeeId;

  @Column(name = "period")
  private String period;

  /** 0, then 1, 2 … for rewards that replace a reversed one. */
  @Column(name = "generation")
  private int generation;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "replaces", length = 16)
  private @Nullable UUID replaces;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "supplements", length = 16)
  private @Nullable UUID supplements;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private RewardState state;

  @Column(name = "reasons")
  private String reasons;

  @Column(name = "amount")
  private @Nullable Long amount;

  @Column(name = "currency")
  private String currency;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  /** What one unit of it counts for where money is limited, and in which currency. */
  @Column(name = "unit_worth")
  private @Nullable BigDecimal unitWorth;

  @Column(name = "worth_currency")
  private @Nullable String worthCurrency;

  /** What its deal is worth in the program's currency, where that is known. */
  @Column(name = "deal_worth")
  private @Nullable Long dealWorth;

  @Column(name = "cap_applied")
  private boolean capApplied;

  /** The pending ledger entry that holds it, and how much that holds. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "accrual_entry_id", length = 16)
  private @Nullable UUID accrualEntryId;

  @Column(name = "accrued")
  private long accrued;

  @Column(name = "first_approver")
  private @Nullable String firstApprover;

  /** Whether a person has looked at what its gates want a person to look at. */
  @Column(name = "reviewed")
  private boolean reviewed;

  @Column(name = "clawback_lapsed")
  private boolean clawbackLapsed;

  /** Whether a part of it was taken back after it was paid, since its cause was gone. */
  @Column(name = "part_kept")
  private boolean partKept;

  /** Whether it was reversed because what it was for is no longer so; not by a person. */
  @Column(name = "cause_gone")
  private boolean causeGone;

  @Column(name = "reason_code")
  private @Nullable String reasonCode;

  @Column(name = "hold_until")
  private @Nullable Instant holdUntil;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "paid_at")
  private @Nullable Instant paidAt;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Reward() {}

  Reward(
      UUID id,
      RewardClaim claim,
      RewardPlace place,
      @Nullable Instant holdUntil,
      Instant expiresAt,
      Set<RewardReason> reasons,
      Instant now) {
    this.id = id;
    this.programId = claim.version().programId();
    this.programVersionId = claim.version().versionId();
    this.ruleId = claim.rule().id();
    this.cause = claim.rule().trigger();
    this.referralId = claim.referralId();
    this.dealId = claim.dealId();
    this.beneficiary = claim.beneficiary();
    this.payeeId = claim.payeeId();
    this.period = place.period();
    this.generation = place.generation();
    this.replaces = place.replaces();
    this.supplements = place.supplements();
    this.state = RewardLifecycle.TABLE.initial();
    Unit programCurrency = claim.version().settings().currency();
    this.kind = claim.rule().kind();
    this.currency = claim.rule().unit(programCurrency).code();
    this.unitWorth = claim.rule().unitWorth();
    this.worthCurrency = unitWorth == null ? null : programCurrency.code();
    this.holdUntil = holdUntil;
    this.expiresAt = expiresAt;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
    become(claim);
    waitFor(reasons);
  }

  /** Takes a new amount; null while it cannot be known. */
  void become(RewardClaim claim) {
    RewardAmount newAmount = claim.amount();
    amount = newAmount.amount() == null ? null : newAmount.amount().minor();
    capApplied = newAmount.capApplied();
    dealWorth = claim.dealWorth() == null ? null : claim.dealWorth().minor();
  }

  void waitFor(Set<RewardReason> why) {
    reasons = new TreeSet<>(why).stream().map(Enum::name).collect(Collectors.joining(","));
  }

  void accrue(UUID pendingEntry, Money held) {
    accrualEntryId = pendingEntry;
    accrued = held.minor();
  }

  void approveOnce(String actor, Instant now) {
    firstApprover = actor;
    updatedAt = now;
  }

  /** Whoever approved it first approved another amount. */
  void approveAnew() {
    firstApprover = null;
  }

  void review() {
    reviewed = true;
  }

  void loseCause() {
    causeGone = true;
  }

  /** What is left of it stays the payee's. */
  void keepPart(Money left) {
    amount = left.minor();
    partKept = true;
  }

  /** What a part was taken back for is so again. */
  void regainCause() {
    partKept = false;
  }

  void changeTo(RewardState newState, @Nullable String newReasonCode, Instant now) {
    if (newState.isKept() && state != newState) {
      paidAt = now;
    }
    state = newState;
    reasonCode = newReasonCode == null ? reasonCode : newReasonCode;
    updatedAt = now;
  }

  void lapseClawback(Instant now) {
    clawbackLapsed = true;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String publicId() {
    return IdType.REWARD.format(id);
  }

  UUID programId() {
    return programId;
  }

  UUID programVersionId() {
    return programVersionId;
  }

  String ruleId() {
    return ruleId;
  }

  boolean isReviewed() {
    return reviewed;
  }

  Instant createdAt() {
    return createdAt;
  }

  UUID payeeId() {
    return payeeId;
  }

  RewardSlot slot() {
    return new RewardSlot(referralId, ruleId, beneficiary, period.split("\\+", -1)[0]);
  }

  RewardPlace place() {
    return new RewardPlace(period, generation, replaces, supplements);
  }

  boolean isSupplement() {
    return supplements != null;
  }

  @Nullable UUID dealId() {
    return dealId;
  }

  RewardState state() {
    return state;
  }

  Set<RewardReason> reasons() {
    return reasons.isEmpty()
        ? Set.of()
        : Arrays.stream(reasons.split(",", -1))
            .map(RewardReason::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @Nullable Money amount() {
    return amount == null ? null : new Money(amount, money());
  }

  /**
   * @throws IllegalStateException while it cannot be known
   */
  Money knownAmount() {
    if (amount == null) {
      throw new IllegalStateException(publicId() + " has no amount yet");
    }
    return new Money(amount, money());
  }

  Unit money() {
    return Unit.of(currency);
  }

  Kind kind() {
    return kind;
  }

  /** What it counts for where money is limited, rounded half up; null for nothing. */
  @Nullable Money worth() {
    if (amount == null || kind.isMoney()) {
      return amount();
    }
    return unitWorth == null || worthCurrency == null
        ? null
        : Money.rounded(unitWorth.multiply(BigDecimal.valueOf(amount)), Unit.of(worthCurrency));
  }

  boolean waitsForBudget() {
    return state == RewardState.PENDING && reasons().contains(RewardReason.BUDGET);
  }

  @Nullable UUID accrualEntryId() {
    return accrualEntryId;
  }

  Money accrued() {
    return new Money(accrued, money());
  }

  @Nullable String firstApprover() {
    return firstApprover;
  }

  boolean partKept() {
    return partKept;
  }

  boolean causeGone() {
    return causeGone;
  }

  @Nullable Instant holdUntil() {
    return holdUntil;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant paidAt() {
    return paidAt;
  }

  int version() {
    return version;
  }

  private RewardView.@Nullable Clawback clawback() {
    if (clawbackLapsed) {
      return RewardView.Clawback.LAPSED;
    }
    return partKept ? RewardView.Clawback.PRO_RATA : null;
  }

  RewardView view() {
    Money known = amount();
    return new RewardView(
        publicId(),
        state,
        List.copyOf(reasons()),
        IdType.PROGRAM_VERSION.format(programVersionId),
        ruleId,
        cause,
        IdType.REFERRAL.format(referralId),
        IdType.DEAL.formatNullable(dealId),
        beneficiary,
        IdType.PERSON.format(payeeId),
        period,
        kind,
        known == null ? null : known.shown(),
        capApplied,
        firstApprover,
        holdUntil,
        expiresAt,
        IdType.REWARD.formatNullable(replaces),
        IdType.REWARD.formatNullable(supplements),
        clawback(),
        reasonCode,
        version,
        createdAt,
        updatedAt);
  }
}
