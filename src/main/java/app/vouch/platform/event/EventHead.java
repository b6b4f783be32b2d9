package app.vouch.platform.event;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The last sequence number of a resource. Its row lock makes sequence order the order of commits.
 */
@Entity
@Table(name = "event_head")
class EventHead extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "resource_id", length = 16)
  private UUID resourceId;

  @Column(name = "last_sequence")
  private long lastSequence;

  protected EventHead() {}

  EventHead(UUID resourceId) {
    this.resourceId = resourceId;
  }

  long next() {
    return ++lastSequence;
  }
}
