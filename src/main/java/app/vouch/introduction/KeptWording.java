package app.vouch.introduction;

import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody agreed to, in full: the very bytes that the hash in their consent is of. */
@Entity
@Immutable
@Table(name = "consent_wording")
class KeptWording extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "hash")
  private byte[] hash;

  @Column(name = "version")
  private String version;

  @Column(name = "text")
  private byte[] text;

  @Column(name = "first_shown_at")
  private Instant firstShownAt;

  protected KeptWording() {}

  /** As hexadecimal digits. */
  String hash() {
    return HexFormat.of().formatHex(hash);
  }

  String text() {
    return new String(text, StandardCharsets.UTF_8);
  }
}
