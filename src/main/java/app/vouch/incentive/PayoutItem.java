package app.vouch.incentive;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A reward in a payout. While the payout lives, a key keeps the reward out of every other one. */
@Entity
@Table(name = "payout_item")
class PayoutItem extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "payout_id", length = 16)
  private UUID payoutId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "reward_id", length = 16)
  private UUID rewardId;

  @Column(name = "amount")
  private long amount;

  /** The reward while the payout lives, null afterwards. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "live_reward_id", length = 16)
  private @Nullable UUID liveRewardId;

  protected PayoutItem() {}

  PayoutItem(UUID id, UUID payoutId, UUID rewardId, long amount) {
    this.id = id;
    this.payoutId = payoutId;
    this.rewardId = rewardId;
    this.amount = amount;
    this.liveRewardId = rewardId;
  }

  void letGo() {
    liveRewardId = null;
  }

  UUID payoutId() {
    return payoutId;
  }

  UUID rewardId() {
    return rewardId;
  }

  long amount() {
    return amount;
  }
}
