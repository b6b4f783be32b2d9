package app.vouch.incentive.ledger;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.metrics.LedgerEntryWritten;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.timer.Timers;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Vetoed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The ledger's own code over maps instead of tables, with a clock that stands still. */
final class MemoryLedger implements LedgerUnderTest {

  /** Makes such ledgers from the service's parts. */
  @ApplicationScoped
  static class Maker {
    private final LedgerService known;
    private final EntityManager entities;
    private final Sql sql;
    private final RequestContext request;
    private final Guards guards;
    private final CanonicalJson canonical;
    private final Timers timers;
    private final Work work;
    private final Event<LedgerEntryWritten> written;

    Maker(
        LedgerService known,
        EntityManager entities,
        Sql sql,
        RequestContext request,
        Guards guards,
        CanonicalJson canonical,
        Timers timers,
        Work work,
        Event<LedgerEntryWritten> written) {
      this.known = known;
      this.entities = entities;
      this.sql = sql;
      this.request = request;
      this.guards = guards;
      this.canonical = canonical;
      this.timers = timers;
      this.work = work;
      this.written = written;
    }

    MemoryLedger make(Instant now, LocalDate closedThrough) {
      StillClock clock = new StillClock(now);
      Uuid7 ids = new Uuid7(clock);
      Rows rows = new Rows(entities, sql, request, ids, clock);
      EffectiveTimes effective =
          new EffectiveTimes(
              rows, new ClosedThrough(entities, guards, closedThrough, ids.next()), clock);
      EntryWriter writer =
          new EntryWriter(rows, effective, canonical, request, ids, clock, written);
      return new MemoryLedger(
          clock, rows, new LedgerService(rows, writer, new NoTimers(known, timers, work), clock));
    }
  }

  private final StillClock clock;
  private final Rows rows;
  private final LedgerService service;

  private MemoryLedger(StillClock clock, Rows rows, LedgerService service) {
    this.clock = clock;
    this.rows = rows;
    this.service = service;
  }

  @Override
  public LedgerService service() {
    return service;
  }

  @Override
  public <T> T in(Supplier<T> command) {
    return command.get();
  }

  @Override
  public Map<AccountKey, Counters> counters(String owner) {
    Map<AccountKey, Counters> counters = new HashMap<>();
    rows.accounts.forEach(
        (key, account) -> {
          if (key.code().owner().equals(owner)) {
            counters.put(key, account.counters());
          }
        });
    return counters;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  @Override
  public boolean hasTimers() {
    return false;
  }

  private static final class StillClock extends Clock {
    private Instant now;

    StillClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Vetoed
  private static final class NoTimers extends LedgerHoldExpiry {
    NoTimers(LedgerService ledger, Timers timers, Work work) {
      super(ledger, timers, work);
    }

    @Override
    void schedule(UUID pending, Instant at) {
      // The sequence lets holds expire itself.
    }
  }

  @Vetoed
  private static final class ClosedThrough extends Periods {
    private final PeriodClose close;

    ClosedThrough(EntityManager entities, Guards guards, LocalDate day, UUID id) {
      super(entities, guards);
      this.close = new PeriodClose(id, day, "nobody", Instant.EPOCH);
    }

    @Override
    Optional<PeriodClose> lock() {
      return Optional.of(close);
    }
  }

  @Vetoed
  private static final class Rows extends LedgerRepository {
    private final Map<AccountKey, LedgerAccount> accounts = new HashMap<>();
    private final Map<UUID, LedgerEntry> entries = new HashMap<>();
    private final Map<String, LedgerEntry> byKey = new HashMap<>();
    private final Map<UUID, LedgerEntry> reversals = new HashMap<>();
    private final Map<UUID, List<LedgerLeg>> legs = new HashMap<>();
    private final Map<UUID, LedgerResolution> resolutions = new HashMap<>();
    private final Uuid7 ids;
    private final Clock clock;

    Rows(EntityManager entities, Sql sql, RequestContext request, Uuid7 ids, Clock clock) {
      super(entities, sql, request, ids, clock);
      this.ids = ids;
      this.clock = clock;
    }

    @Override
    Map<AccountKey, LedgerAccount> lock(Collection<AccountKey> wanted) {
      Map<AccountKey, LedgerAccount> locked = new HashMap<>();
      for (AccountKey key : wanted) {
        locked.put(
            key,
            accounts.computeIfAbsent(key, k -> new LedgerAccount(ids.next(), k, clock.instant())));
      }
      return locked;
    }

    @Override
    Optional<LedgerAccount> lockKnown(AccountKey key) {
      return Optional.ofNullable(accounts.get(key));
    }

    @Override
    void limit(LedgerAccount account) {}

    @Override
    void append(Booking booking) {
      for (LedgerEntry entry : booking.entries()) {
        entries.put(entry.id(), entry);
        byKey.put(entry.key(), entry);
        String reverses = entry.view(List.of(), null).reverses();
        if (reverses != null) {
          reversals.put(IdType.ENTRY.inPath(reverses), entry);
        }
      }
      booking
          .legs()
          .forEach(leg -> legs.computeIfAbsent(leg.entryId(), e -> new ArrayList<>()).add(leg));
      booking.resolutions().forEach(done -> resolutions.put(done.pendingId(), done));
    }

    @Override
    Map<String, LedgerEntry> byKeys(Collection<String> keys) {
      return keys.stream()
          .filter(byKey::containsKey)
          .collect(Collectors.toMap(Function.identity(), byKey::get));
    }

    @Override
    Optional<LedgerEntry> entry(UUID id) {
      return Optional.ofNullable(entries.get(id));
    }

    @Override
    Optional<LedgerEntry> reversalOf(UUID original) {
      return Optional.ofNullable(reversals.get(original));
    }

    @Override
    Optional<LedgerResolution> resolution(UUID pending) {
      return Optional.ofNullable(resolutions.get(pending));
    }

    @Override
    List<LedgerLeg> legs(Collection<UUID> entryIds) {
      return entryIds.stream()
          .flatMap(id -> Objects.requireNonNull(legs.get(id)).stream())
          .toList();
    }
  }
}
