package app.vouch.incentive;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a gate answered to a reward, as the bytes that were frozen then. Append-only. */
@Entity
@Immutable
@Table(name = "reward_gate")
class RewardGateAnswer extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "reward_id", length = 16)
  private UUID rewardId;

  @Column(name = "body")
  private byte[] body;

  protected RewardGateAnswer() {}

  RewardGateAnswer(UUID id, UUID rewardId, byte[] body) {
    this.id = id;
    this.rewardId = rewardId;
    this.body = body;
  }

  byte[] body() {
    return body;
  }
}
