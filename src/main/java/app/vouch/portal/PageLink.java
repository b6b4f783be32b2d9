package app.vouch.portal;

import app.vouch.platform.page.TokenSecret;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.program.EnrolledReferrer;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referrer's link, of which only the hash is kept; good for any number of visits. */
@Entity
@Table(name = "page_link")
class PageLink extends TenantOwned {
  private static final Duration LIFE = Duration.ofDays(365);

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "referrer_id", length = 16)
  private UUID referrerId;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "person_id", length = 16)
  private UUID personId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private PageLinkKind kind;

  @Column(name = "hash")
  private byte[] hash;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  protected PageLink() {}

  PageLink(UUID id, EnrolledReferrer referrer, PageLinkKind kind, TokenSecret secret, Instant now) {
    this.id = id;
    this.referrerId = referrer.id();
    this.personId = referrer.personId();
    this.kind = kind;
    this.hash = secret.hash();
    this.issuedAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  boolean opens(PageLinkKind page, Instant now) {
    return kind == page && revokedAt == null && now.isBefore(expiresAt);
  }

  UUID referrerId() {
    return referrerId;
  }

  byte[] hash() {
    return hash.clone();
  }

  PageLinkView view(String url) {
    return new PageLinkView(
        IdType.PAGE_LINK.format(id),
        IdType.REFERRER.format(referrerId),
        kind,
        url,
        false,
        issuedAt,
        expiresAt);
  }
}
