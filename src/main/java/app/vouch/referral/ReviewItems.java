package app.vouch.referral;

import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions for people, in the tenant in scope: one per kind and deal. */
@ApplicationScoped
class ReviewItems implements PanacheRepositoryBase<ReviewItem, UUID> {
  private final Uuid7 ids;
  private final Clock clock;

  ReviewItems(Uuid7 ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Asks which of the referrals led to the deal. */
  void ask(UUID dealId, List<UUID> candidates) {
    ofDeal(dealId)
        .ifPresentOrElse(
            known -> known.between(candidates),
            () ->
                persist(
                    new ReviewItem(
                        ids.next(),
                        ReviewKind.DEAL_REFERRAL,
                        dealId,
                        candidates,
                        clock.instant())));
  }

  /** The deal has its referral. */
  void settle(UUID dealId) {
    ofDeal(dealId).ifPresent(item -> item.resolve(clock.instant()));
  }

  private Optional<ReviewItem> ofDeal(UUID dealId) {
    return find("kind = ?1 and dealId = ?2", ReviewKind.DEAL_REFERRAL, dealId)
        .firstResultOptional();
  }

  /**
   * The newest first, one row more than a page holds.
   *
   * @param resolved null for both
   */
  List<ReviewItem> page(PageRequest page, @Nullable Boolean resolved) {
    String which = resolved == null ? "" : " and resolvedAt is " + (resolved ? "not null" : "null");
    return find("id < :after" + which + " order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }
}
