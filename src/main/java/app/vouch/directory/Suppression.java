package app.vouch.directory;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
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

/**
 * Nobody is to write to an address, of which only the key is kept. Append-only: taking it back is a
 * {@link SuppressionLift}.
 */
@Entity
@Table(name = "suppression")
class Suppression extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "email_key")
  private byte[] emailKey;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason")
  private SuppressionReason reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "source")
  private SuppressionSource source;

  /** The opt-out link that was used; never the link itself. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "link_id", length = 16)
  private @Nullable UUID linkId;

  @Column(name = "note")
  private @Nullable String note;

  @Column(name = "created_at")
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_type")
  private Actor.Type actorType;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private @Nullable String actorName;

  protected Suppression() {}

  private Suppression(
      UUID id,
      byte[] emailKey,
      SuppressionReason reason,
      SuppressionSource source,
      @Nullable UUID linkId,
      @Nullable String note,
      Actor actor,
      Instant now) {
    this.id = id;
    this.emailKey = emailKey.clone();
    this.reason = reason;
    this.source = source;
    this.linkId = linkId;
    this.note = note;
    this.createdAt = now;
    this.actorType = actor.type();
    this.actorId = actor.id();
    this.actorName = actor.name();
  }

  static Suppression byApi(
      UUID id,
      byte[] emailKey,
      SuppressionReason reason,
      @Nullable String note,
      Actor actor,
      Instant now) {
    return new Suppression(id, emailKey, reason, SuppressionSource.API, null, note, actor, now);
  }

  static Suppression byLink(UUID id, byte[] emailKey, UUID linkId, Actor actor, Instant now) {
    return new Suppression(
        id, emailKey, SuppressionReason.OPT_OUT, SuppressionSource.LINK, linkId, null, actor, now);
  }

  UUID id() {
    return id;
  }

  byte[] emailKey() {
    return emailKey.clone();
  }

  Instant createdAt() {
    return createdAt;
  }

  SuppressionView view(@Nullable SuppressionLift lift) {
    return new SuppressionView(
        IdType.SUPPRESSION.format(id),
        reason,
        source,
        note,
        createdAt,
        new Actor(actorType, actorId, actorName),
        lift == null ? null : lift.liftedAt(),
        lift == null ? null : lift.reason(),
        lift == null ? null : lift.liftedBy());
  }
}
