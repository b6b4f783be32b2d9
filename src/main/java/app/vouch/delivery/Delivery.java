package app.vouch.delivery;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One event for one endpoint. The engine inserts and moves its rows by SQL, in batches. */
@Entity
@Table(name = "delivery")
class Delivery extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "endpoint_id", length = 16, updatable = false)
  private UUID endpointId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "event_id", length = 16, updatable = false)
  private UUID eventId;

  /** What the event is about; null for a sample. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "resource_id", length = 16, updatable = false)
  private @Nullable UUID resourceId;

  @Column(name = "event_type", updatable = false)
  private String eventType;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private DeliveryState state;

  /** Attempts since it was last scheduled anew; the place in the schedule. */
  @Column(name = "tries")
  private int tries;

  /** All attempts. */
  @Column(name = "attempts")
  private int attempts;

  @Column(name = "last_status")
  private @Nullable Integer lastStatus;

  @Column(name = "last_error")
  private @Nullable String lastError;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Column(name = "delivered_at")
  private @Nullable Instant deliveredAt;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Delivery() {}

  /** Back to the start of the schedule. */
  void changeTo(DeliveryState to, Instant now) {
    state = to;
    tries = 0;
    nextAttemptAt = now;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID endpointId() {
    return endpointId;
  }

  UUID eventId() {
    return eventId;
  }

  String eventType() {
    return eventType;
  }

  /** Whether the engine does nothing with it any more. */
  boolean isOver() {
    return state == DeliveryState.DELIVERED || state == DeliveryState.DEAD;
  }

  DeliveryState state() {
    return state;
  }

  int version() {
    return version;
  }

  DeliveryView view() {
    return new DeliveryView(
        IdType.DELIVERY.format(id),
        IdType.WEBHOOK_ENDPOINT.format(endpointId),
        IdType.EVENT.format(eventId),
        eventType,
        state,
        attempts,
        lastStatus,
        lastError,
        state == DeliveryState.SCHEDULED ? nextAttemptAt : null,
        deliveredAt,
        version,
        createdAt,
        updatedAt);
  }
}
