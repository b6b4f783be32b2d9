package app.vouch.incentive.ledger;

import app.vouch.platform.persistence.Reads;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the books. */
@ApplicationScoped
public class LedgerReportService {
  private final LedgerRepository ledger;
  private final BalanceRepository balances;
  private final Clock clock;

  LedgerReportService(LedgerRepository ledger, BalanceRepository balances, Clock clock) {
    this.ledger = ledger;
    this.balances = balances;
    this.clock = clock;
  }

  /**
   * Accounts, the newest first.
   *
   * @param code one code, in all its currencies
   */
  @Reads
  public Page<LedgerAccountView> accounts(
      PageRequest page, @Nullable AccountKind kind, @Nullable String code) {
    return Page.of(
        ledger.accounts(page, kind, code),
        page.limit(),
        account -> new Cursor(account.id()),
        rows -> rows.stream().map(LedgerAccount::view).toList());
  }

  /**
   * How accounts stood; an account that had no entry yet stood at zero. Both times together say
   * what was known at the one of what counts at the other.
   *
   * @param asOf by the time of recording; null for now
   * @param effectiveAsOf by the time at which entries count; null where that does not matter
   */
  @Reads
  public Page<LedgerBalanceView> balances(
      PageRequest page,
      @Nullable Instant asOf,
      @Nullable Instant effectiveAsOf,
      @Nullable AccountKind kind,
      @Nullable String code) {
    AsOf moment = moment(asOf, effectiveAsOf);
    return Page.of(
        ledger.accounts(page, kind, code),
        page.limit(),
        account -> new Cursor(account.id()),
        rows -> {
          Map<UUID, Counters> stood =
              balances.counters(rows.stream().map(LedgerAccount::id).toList(), moment);
          return rows.stream()
              .map(a -> a.balance(stood.getOrDefault(a.id(), Counters.ZERO), moment))
              .toList();
        });
  }

  /**
   * Entries, the newest first.
   *
   * @param about the resource whose entries are wanted, such as {@code rwd_…} or {@code pay_…}
   * @param account a code that one of the legs has
   */
  @Reads
  public Page<LedgerEntryView> entries(
      PageRequest page, @Nullable String about, @Nullable String account) {
    return Page.of(
        ledger.entries(page, about, account),
        page.limit(),
        entry -> new Cursor(entry.id()),
        this::views);
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such entry
   */
  @Reads
  public LedgerEntryView entry(String id) {
    LedgerEntry found =
        ledger
            .entry(IdType.ENTRY.inPath(id))
            .orElseThrow(() -> new Refusal.NotFound(IdType.ENTRY, id));
    return views(List.of(found)).getFirst();
  }

  /** As {@link #entry}, for who can do without. */
  @Reads
  public Optional<LedgerEntryView> find(UUID id) {
    return ledger.entry(id).map(found -> views(List.of(found)).getFirst());
  }

  /**
   * What is posted, by kind of account and currency.
   *
   * @param asOf by the time of recording; null for now
   * @param effectiveAsOf by the time at which entries count; null where that does not matter
   */
  @Reads
  public TrialBalanceView trialBalance(@Nullable Instant asOf, @Nullable Instant effectiveAsOf) {
    AsOf moment = moment(asOf, effectiveAsOf);
    boolean now = asOf == null && effectiveAsOf == null;
    return TrialBalanceView.of(now ? balances.sums() : balances.sums(moment), moment);
  }

  private AsOf moment(@Nullable Instant asOf, @Nullable Instant effectiveAsOf) {
    return new AsOf(asOf == null ? clock.instant() : asOf, effectiveAsOf);
  }

  private List<LedgerEntryView> views(List<LedgerEntry> entries) {
    List<UUID> ids = entries.stream().map(LedgerEntry::id).toList();
    Map<UUID, List<LedgerLeg>> legs =
        ledger.legs(ids).stream().collect(Collectors.groupingBy(LedgerLeg::entryId));
    Map<UUID, LedgerResolution> resolutions =
        ledger
            .resolutions(
                entries.stream()
                    .filter(e -> e.kind() == EntryKind.PENDING)
                    .map(LedgerEntry::id)
                    .toList())
            .stream()
            .collect(Collectors.toMap(LedgerResolution::pendingId, Function.identity()));
    return entries.stream()
        .map(e -> e.view(legs.getOrDefault(e.id(), List.of()), resolutions.get(e.id())))
        .toList();
  }
}
