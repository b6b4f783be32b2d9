package app.vouch.incentive.ledger;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Closes the tenant's books, day by day, and never opens them again. */
@ApplicationScoped
public class LedgerPeriodService {
  /** Longer than any transaction, so that none that began on the day is still open. */
  private static final Duration AFTER_THE_DAY = Duration.ofMinutes(10);

  private final Periods periods;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  LedgerPeriodService(Periods periods, RequestContext request, Work work, Uuid7 ids, Clock clock) {
    this.periods = periods;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** How far the books are closed. */
  @Reads
  public LedgerPeriodView get() {
    String tenant = IdType.TENANT.format(request.tenantId());
    return periods
        .last()
        .map(close -> close.view(tenant))
        .orElseGet(() -> new LedgerPeriodView(tenant, null, null, null));
  }

  /**
   * Closes the books through a day; closing them through the same day again changes nothing.
   *
   * @throws Refusal.Rule {@code actor-required}, or {@code period-not-closable} when the day is not
   *     over, or before the last one that is closed
   */
  public Answer<LedgerPeriodView> close(CloseLedgerPeriod command) {
    return work.write(
        "closeLedgerPeriod",
        command,
        LedgerPeriodView.class,
        () -> Answer.done(closeNow(command.closedThrough())));
  }

  private LedgerPeriodView closeNow(LocalDate day) {
    String by = request.namedActor().id();
    requireOver(day);
    String tenant = IdType.TENANT.format(request.tenantId());
    PeriodClose last = periods.lock().orElse(null);
    if (last != null && day.isBefore(last.closedThrough())) {
      throw new Refusal.Rule(
          ProblemType.PERIOD_NOT_CLOSABLE,
          "the books are closed through %s; they are only ever closed further"
              .formatted(last.closedThrough()));
    }
    if (last != null && day.equals(last.closedThrough())) {
      return last.view(tenant);
    }
    PeriodClose close = new PeriodClose(ids.next(), day, by, clock.instant());
    periods.add(close);
    return close.view(tenant);
  }

  private void requireOver(LocalDate day) {
    LocalDate open = clock.instant().minus(AFTER_THE_DAY).atZone(ZoneOffset.UTC).toLocalDate();
    if (!day.isBefore(open)) {
      throw new Refusal.Rule(
          ProblemType.PERIOD_NOT_CLOSABLE,
          "%s is not over in UTC, or ended less than %d minutes ago; the last day that can be closed is %s"
              .formatted(day, AFTER_THE_DAY.toMinutes(), open.minusDays(1)));
    }
  }
}
