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

/** The rules of a program from a moment on. Once published they never change. */
@Entity
@Table(name = "program_version")
class ProgramVersion extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16, updatable = false)
  private UUID programId;

  @Column(name = "version_no", updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private VersionState state;

  @Column(name = "effective_from")
  private @Nullable Instant effectiveFrom;

  /** Canonical JSON of a complete {@link SettingsDocument}. */
  @Column(name = "settings")
  private String settings;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected ProgramVersion() {}

  ProgramVersion(
      UUID id,
      UUID programId,
      int number,
      @Nullable Instant effectiveFrom,
      String settings,
      Instant now) {
    this.id = id;
    this.programId = programId;
    this.number = number;
    this.state = VersionLifecycle.TABLE.initial();
    this.effectiveFrom = effectiveFrom;
    this.settings = settings;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /**
   * @throws IllegalStateException when it is no draft; the service asks first
   */
  void rewrite(@Nullable Instant newEffectiveFrom, String newSettings, Instant now) {
    if (state != VersionState.DRAFT) {
      throw new IllegalStateException("a " + state + " version never changes");
    }
    effectiveFrom = newEffectiveFrom;
    settings = newSettings;
    updatedAt = now;
  }

  void changeTo(VersionState next, Instant now) {
    if (next == VersionState.PUBLISHED) {
      publishedAt = now;
      effectiveFrom = effectiveFrom == null ? now : effectiveFrom;
    }
    state = next;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID programId() {
    return programId;
  }

  int number() {
    return number;
  }

  VersionState state() {
    return state;
  }

  @Nullable Instant effectiveFrom() {
    return effectiveFrom;
  }

  String settings() {
    return settings;
  }

  int version() {
    return version;
  }

  ProgramVersionView view(SettingsDocument document) {
    return new ProgramVersionView(
        IdType.PROGRAM_VERSION.format(id),
        IdType.PROGRAM.format(programId),
        number,
        state,
        effectiveFrom,
        publishedAt,
        document.currency(),
        document.timeZone(),
        document.calendarId(),
        document.family(),
        document.capture(),
        document.claims(),
        document.introductions(),
        document.sla(),
        document.attribution(),
        document.rewards(),
        document.gates(),
        document.tiers(),
        document.recognition(),
        document.templates(),
        document.briefs(),
        document.terms(),
        version,
        createdAt,
        updatedAt);
  }
}
