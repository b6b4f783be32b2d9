package app.vouch.incentive;

import app.vouch.shared.Unit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Arrears of the tenant in scope. */
@ApplicationScoped
class ArrearsRepository implements PanacheRepositoryBase<Arrears, UUID> {

  /** What no payout pays yet, locked. */
  List<Arrears> lockFree(UUID payeeId, Unit currency) {
    return find(
            "payeeId = ?1 and currency = ?2 and payoutId is null order by id",
            payeeId,
            currency.code())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  List<Arrears> ofPayout(UUID payoutId) {
    return list("payoutId = ?1 order by id", payoutId);
  }
}
