package app.vouch.incentive.ledger;

import app.vouch.platform.guard.Guards;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days that are closed. Whoever closes one and whoever books into the past wait for each other;
 * an entry that counts now needs no wait, since a day is closed only some time after its end.
 */
@ApplicationScoped
class Periods {
  private static final String GUARD = "ledger-period";

  private final EntityManager entities;
  private final Guards guards;

  Periods(EntityManager entities, Guards guards) {
    this.entities = entities;
    this.guards = guards;
  }

  Optional<PeriodClose> last() {
    return entities
        .createQuery("from PeriodClose order by closedThrough desc", PeriodClose.class)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The last one, which stays that until the transaction ends. */
  Optional<PeriodClose> lock() {
    guards.hold(List.of(GUARD));
    return last();
  }

  void add(PeriodClose close) {
    entities.persist(close);
  }

  /**
   * @throws Refusal.Rule {@code period-closed}
   */
  void requireOpen(Instant effectiveAt) {
    LocalDate day = effectiveAt.atZone(ZoneOffset.UTC).toLocalDate();
    lock()
        .map(PeriodClose::closedThrough)
        .filter(closed -> !day.isAfter(closed))
        .ifPresent(
            closed -> {
              throw new Refusal.Rule(
                  ProblemType.PERIOD_CLOSED,
                  "%s is in a closed period; the books are closed through %s, so name a later time"
                      .formatted(effectiveAt, closed),
                  Map.of("closedThrough", closed.toString()));
            });
  }
}
