package app.vouch.program;

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

/** A referral program; its rules are in its versions. */
@Entity
@Table(name = "program")
class Program extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private String name;

  @Column(name = "family")
  private String family;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private ProgramState state;

  /** True or null, so that a unique key allows one default per tenant. */
  @Column(name = "is_default")
  private @Nullable Boolean isDefault;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Program() {}

  Program(UUID id, String name, @Nullable String family, Instant now) {
    this.id = id;
    this.name = name;
    this.family = family == null ? IdType.PROGRAM.format(id) : family;
    this.state = ProgramLifecycle.TABLE.initial();
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void rename(String newName, Instant now) {
    if (!newName.equals(name)) {
      name = newName;
      updatedAt = now;
    }
  }

  void makeDefault(boolean value, Instant now) {
    if (value != isDefault()) {
      isDefault = value ? Boolean.TRUE : null;
      updatedAt = now;
    }
  }

  void changeTo(ProgramState next, Instant now) {
    state = next;
    updatedAt = now;
  }

  /** One of its versions changed what it does. */
  void touch(Instant now) {
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  String family() {
    return family;
  }

  ProgramState state() {
    return state;
  }

  boolean isDefault() {
    return Boolean.TRUE.equals(isDefault);
  }

  boolean isActive() {
    return state == ProgramState.ACTIVE;
  }

  int version() {
    return version;
  }

  ProgramView view() {
    return new ProgramView(
        IdType.PROGRAM.format(id), name, family, isDefault(), state, version, createdAt, updatedAt);
  }
}
