package app.vouch.incentive;

import app.vouch.program.RewardRule.Kind;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has something that no payout pays yet, by id. */
@ApplicationScoped
class PayoutCandidates {
  private final EntityManager entities;

  PayoutCandidates(EntityManager entities) {
    this.entities = entities;
  }

  List<UUID> ofRewards(Unit currency, @Nullable UUID programId, UUID after, int most) {
    var query =
        entities
            .createQuery(
                """
                select distinct r.payeeId from Reward r
                where r.state = :state and r.kind = :kind and r.currency = :currency and r.payeeId > :after %s
                and not exists (select 1 from PayoutItem i where i.liveRewardId = r.id)
                order by r.payeeId"""
                    .formatted(programId == null ? "" : "and r.programId = :program"),
                UUID.class)
            .setParameter("state", RewardState.AVAILABLE)
            .setParameter("kind", Kind.MONEY)
            .setParameter("currency", currency.code())
            .setParameter("after", after);
    if (programId != null) {
      query.setParameter("program", programId);
    }
    return query.setMaxResults(most).getResultList();
  }

  List<UUID> ofArrears(Unit currency, UUID after, int most) {
    return entities
        .createQuery(
            """
            select distinct a.payeeId from Arrears a
            where a.currency = :currency and a.payoutId is null and a.payeeId > :after
            order by a.payeeId""",
            UUID.class)
        .setParameter("currency", currency.code())
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }
}
