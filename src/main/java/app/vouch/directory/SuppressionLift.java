package app.vouch.directory;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A suppression was taken back; at most one per suppression. Append-only. */
@Entity
@Table(name = "suppression_lift")
class SuppressionLift extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "suppression_id", length = 16)
  private UUID suppressionId;

  @Column(name = "lifted_at")
  private Instant liftedAt;

  @Column(name = "reason")
  private @Nullable String reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_type")
  private Actor.Type actorType;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private @Nullable String actorName;

  protected SuppressionLift() {}

  SuppressionLift(Suppression lifted, @Nullable String reason, Actor actor, Instant now) {
    this.suppressionId = lifted.id();
    this.liftedAt = now;
    this.reason = reason;
    this.actorType = actor.type();
    this.actorId = actor.id();
    this.actorName = actor.name();
  }

  UUID suppressionId() {
    return suppressionId;
  }

  Instant liftedAt() {
    return liftedAt;
  }

  @Nullable String reason() {
    return reason;
  }

  Actor liftedBy() {
    return new Actor(actorType, actorId, actorName);
  }
}
