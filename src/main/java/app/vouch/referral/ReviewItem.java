package app.vouch.referral;

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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A question that only a person can answer. */
@Entity
@Table(name = "referral_review_item")
class ReviewItem extends TenantOwned {
  private static final String SEPARATOR = ",";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private ReviewKind kind;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "deal_id", length = 16, updatable = false)
  private UUID dealId;

  /** TypeIDs of referrals. */
  @Column(name = "candidates")
  private String candidates;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  protected ReviewItem() {}

  ReviewItem(UUID id, ReviewKind kind, UUID dealId, Collection<UUID> candidates, Instant now) {
    this.id = id;
    this.kind = kind;
    this.dealId = dealId;
    this.version = 1;
    this.createdAt = now;
    between(candidates);
  }

  final void between(Collection<UUID> referrals) {
    candidates =
        referrals.stream().map(IdType.REFERRAL::format).collect(Collectors.joining(SEPARATOR));
  }

  void resolve(Instant now) {
    resolvedAt = resolvedAt == null ? now : resolvedAt;
  }

  UUID id() {
    return id;
  }

  ReviewItemView view() {
    return new ReviewItemView(
        IdType.REVIEW_ITEM.format(id),
        version,
        kind,
        IdType.DEAL.format(dealId),
        List.copyOf(Arrays.asList(candidates.split(SEPARATOR, -1))),
        createdAt,
        resolvedAt);
  }
}
