package app.vouch.deal;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a person belongs to a deal; the order is that of the ids. */
@Entity
@Table(name = "deal_person")
class DealPerson extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16)
  private UUID dealId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  protected DealPerson() {}

  DealPerson(UUID id, UUID dealId, UUID personId) {
    this.id = id;
    this.dealId = dealId;
    this.personId = personId;
  }

  UUID dealId() {
    return dealId;
  }

  UUID personId() {
    return personId;
  }
}
