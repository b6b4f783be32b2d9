package app.vouch.incentive.recognition;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referral that was won, and since when; one that is won no more keeps its row. */
@Entity
@Table(name = "recognized_win")
class RecognizedWin extends TenantOwned {
  /** The referral's. */
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referral_id", length = 16)
  private UUID referralId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16)
  private UUID programId;

  /** Null while it is won no more. */
  @Column(name = "won_at")
  private @Nullable Instant wonAt;

  protected RecognizedWin() {}

  RecognizedWin(UUID referralId, UUID referrerId, UUID programId) {
    this.referralId = referralId;
    this.referrerId = referrerId;
    this.programId = programId;
  }

  void wonAt(@Nullable Instant since) {
    wonAt = since;
  }
}
