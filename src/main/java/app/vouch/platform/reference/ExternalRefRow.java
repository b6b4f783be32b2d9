package app.vouch.platform.reference;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One record's name in one other system. */
@Entity
@Table(name = "external_ref")
class ExternalRefRow extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "resource_type")
  private String resourceType;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "resource_id", length = 16)
  private UUID resourceId;

  @Column(name = "ref_system")
  private String system;

  @Column(name = "instance")
  private String instance;

  @Column(name = "object")
  private String object;

  @Column(name = "external_id")
  private String externalId;

  protected ExternalRefRow() {}

  ExternalRefRow(UUID id, IdType type, UUID resourceId, ExternalRef ref) {
    ExternalRef complete = ref.complete(type);
    this.id = id;
    this.resourceType = type.resourceName();
    this.resourceId = resourceId;
    this.system = complete.system();
    this.instance = String.valueOf(complete.instance());
    this.object = String.valueOf(complete.object());
    this.externalId = complete.id();
  }

  UUID resourceId() {
    return resourceId;
  }

  ExternalRef ref() {
    return new ExternalRef(system, instance, object, externalId);
  }
}
