package app.vouch.program;

import app.vouch.directory.PersonLink;
import app.vouch.directory.PersonView;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person enrolled in a program as a source of referrals. */
@Entity
@Table(name = "referrer")
class Referrer extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "program_id", length = 16, updatable = false)
  private UUID programId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16, updatable = false)
  private UUID personId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private ReferrerKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private ReferrerState state;

  @Column(name = "code")
  private String code;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Referrer() {}

  Referrer(UUID id, UUID programId, UUID personId, ReferrerKind kind, String code, Instant now) {
    this.id = id;
    this.programId = programId;
    this.personId = personId;
    this.kind = kind;
    this.state = ReferrerLifecycle.TABLE.initial();
    this.code = code;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void update(ReferrerKind newKind, String newCode, Instant now) {
    if (newKind != kind || !newCode.equals(code)) {
      kind = newKind;
      code = newCode;
      updatedAt = now;
    }
  }

  void changeTo(ReferrerState next, Instant now) {
    state = next;
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID programId() {
    return programId;
  }

  UUID personId() {
    return personId;
  }

  ReferrerKind kind() {
    return kind;
  }

  ReferrerState state() {
    return state;
  }

  String code() {
    return code;
  }

  int version() {
    return version;
  }

  ReferrerView view(PersonView person, List<ExternalRef> refs) {
    return new ReferrerView(
        IdType.REFERRER.format(id),
        IdType.PROGRAM.format(programId),
        new PersonLink(person.id(), person.name()),
        kind,
        state,
        code,
        refs,
        version,
        createdAt,
        updatedAt);
  }
}
