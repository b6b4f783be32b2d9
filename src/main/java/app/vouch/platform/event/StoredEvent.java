package app.vouch.platform.event;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A fact in the log, with the exact bytes of its body. Written by {@link EventLog} only. */
@Entity
@Table(name = "event")
class StoredEvent extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "type")
  private String type;

  @Column(name = "resource_type")
  private String resourceType;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "resource_id", length = 16)
  private UUID resourceId;

  /** The place among the resource's events: 1, 2, 3 … in the order of commits. */
  @Column(name = "sequence")
  private long sequence;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "body")
  private byte[] body;

  /** The place in the tenant's feed; given after the commit. */
  @Column(name = "position", insertable = false, updatable = false)
  private @Nullable Long position;

  protected StoredEvent() {}

  UUID id() {
    return id;
  }

  byte[] body() {
    return body;
  }

  @Nullable Long position() {
    return position;
  }

  /** With its places; only for what has a position. */
  RecordedEvent recorded() {
    return new RecordedEvent(
        id,
        EventType.of(type)
            .orElseThrow(() -> new IllegalStateException("the log has a type " + type)),
        resourceId,
        sequence,
        Objects.requireNonNull(position),
        body);
  }
}
