package app.vouch.platform.journal;

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

/** One step of a resource. Append-only. */
@Entity
@Table(name = "journal")
class JournalRow extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "resource_type")
  private String resourceType;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "resource_id", length = 16)
  private UUID resourceId;

  @Column(name = "from_state")
  private @Nullable String fromState;

  @Column(name = "action")
  private String action;

  @Column(name = "to_state")
  private String toState;

  @Column(name = "version")
  private int version;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_type")
  private Actor.Type actorType;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private @Nullable String actorName;

  @Column(name = "reason_code")
  private @Nullable String reasonCode;

  @Column(name = "note")
  private @Nullable String note;

  @Column(name = "happened_at")
  private Instant happenedAt;

  protected JournalRow() {}

  JournalRow(UUID id, Step step, Actor actor, Instant happenedAt) {
    this.id = id;
    this.resourceType = step.resourceType().resourceName();
    this.resourceId = step.resourceId();
    this.fromState = step.from() == null ? null : step.from().name();
    this.action = step.action().name();
    this.toState = step.to().name();
    this.version = step.version();
    this.actorType = actor.type();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.reasonCode = step.reasonCode();
    this.note = step.note();
    this.happenedAt = happenedAt;
  }

  UUID id() {
    return id;
  }

  UUID resourceId() {
    return resourceId;
  }

  boolean is(Enum<?> wantedAction, Enum<?> state) {
    return action.equals(wantedAction.name()) && toState.equals(state.name());
  }

  JournalEntryView view(boolean withNote) {
    return new JournalEntryView(
        fromState,
        action,
        toState,
        version,
        new Actor(actorType, actorId, actorName),
        reasonCode,
        withNote ? note : null,
        happenedAt);
  }
}
