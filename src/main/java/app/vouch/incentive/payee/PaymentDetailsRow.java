package app.vouch.incentive.payee;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person's payment details, sealed under the tenant's key. One row a person. */
@Entity
@Table(name = "payment_details")
class PaymentDetailsRow extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  /** JSON of {@link PaymentDetails}, sealed. */
  @Column(name = "sealed")
  private byte[] sealed;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected PaymentDetailsRow() {}

  PaymentDetailsRow(UUID id, UUID personId, byte[] sealed, Instant now) {
    this.id = id;
    this.personId = personId;
    this.sealed = sealed.clone();
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void replace(byte[] newlySealed, Instant now) {
    sealed = newlySealed.clone();
    updatedAt = now;
  }

  UUID personId() {
    return personId;
  }

  byte[] sealed() {
    return sealed.clone();
  }

  PaymentDetailsView view(PaymentDetails clear) {
    return new PaymentDetailsView(
        IdType.PAYMENT_DETAILS.format(id),
        IdType.PERSON.format(personId),
        clear.kind(),
        clear.ending(),
        clear.country(),
        clear.currency(),
        version,
        createdAt,
        updatedAt);
  }
}
