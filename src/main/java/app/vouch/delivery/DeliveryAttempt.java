package app.vouch.delivery;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One try. The engine inserts the rows by SQL; they never change. */
@Entity
@Immutable
@Table(name = "delivery_attempt")
class DeliveryAttempt extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "delivery_id", length = 16)
  private UUID deliveryId;

  @Column(name = "attempt_no")
  private int number;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "duration_ms")
  private int durationMillis;

  @Column(name = "status")
  private @Nullable Integer status;

  @Column(name = "error")
  private @Nullable String error;

  @Column(name = "excerpt")
  private @Nullable String excerpt;

  @Column(name = "request_headers")
  private @Nullable String requestHeaders;

  protected DeliveryAttempt() {}

  UUID id() {
    return id;
  }

  UUID deliveryId() {
    return deliveryId;
  }

  DeliveryAttemptView view() {
    return new DeliveryAttemptView(
        IdType.ATTEMPT.format(id),
        IdType.DELIVERY.format(deliveryId),
        number,
        startedAt,
        durationMillis,
        status,
        error,
        RequestHeaders.fromJson(requestHeaders),
        excerpt);
  }
}
