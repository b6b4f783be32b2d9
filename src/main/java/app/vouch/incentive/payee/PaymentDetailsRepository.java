package app.vouch.incentive.payee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payment details of the tenant in scope. */
@ApplicationScoped
class PaymentDetailsRepository implements PanacheRepositoryBase<PaymentDetailsRow, UUID> {

  Optional<PaymentDetailsRow> of(UUID personId) {
    return find("personId", personId).firstResultOptional();
  }

  Optional<PaymentDetailsRow> lock(UUID personId) {
    return find("personId", personId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  List<PaymentDetailsRow> of(Collection<UUID> personIds) {
    return personIds.isEmpty() ? List.of() : list("personId in ?1", personIds);
  }
}
