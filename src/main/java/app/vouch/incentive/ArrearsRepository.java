package app.vouch.incentive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Arrears of the tenant in scope. */
@ApplicationScoped
class ArrearsRepository implements PanacheRepositoryBase<Arrears, UUID> {

  /** What no payout pays yet, locked. */
  List<Arrears> lockFree(UUID payeeId, Currency currency) {
    return find(
            "payeeId = ?1 and currency = ?2 and payoutId is null order by id",
            payeeId,
            currency.getCurrencyCode())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  List<Arrears> ofPayout(UUID payoutId) {
    return list("payoutId = ?1 order by id", payoutId);
  }
}
