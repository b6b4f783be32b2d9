package app.vouch.incentive.ledger;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An entry that the chain does not hold yet; written with it, so that none is forgotten. */
@Entity
@Table(name = "ledger_unsealed")
class UnsealedEntry extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "entry_id", length = 16)
  private UUID entryId;

  protected UnsealedEntry() {}

  UnsealedEntry(UUID entryId) {
    this.entryId = entryId;
  }
}
