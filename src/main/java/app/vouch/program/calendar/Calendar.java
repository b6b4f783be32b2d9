package app.vouch.program.calendar;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** When a tenant's people work; program versions name it. */
@Entity
@Table(name = "calendar")
class Calendar extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  /** Canonical JSON of a complete {@link CalendarDocument}. */
  @Column(name = "settings")
  private String settings;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Calendar() {}

  Calendar(UUID id, String settings, Instant now) {
    this.id = id;
    this.settings = settings;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void rewrite(String newSettings, Instant now) {
    if (!newSettings.equals(settings)) {
      settings = newSettings;
      updatedAt = now;
    }
  }

  UUID id() {
    return id;
  }

  String settings() {
    return settings;
  }

  int version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
