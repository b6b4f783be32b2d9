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
  private final Clock clock;

  LedgerReportService(LedgerRepository ledger, Clock clock) {
    this.ledger = ledger;
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
   * How accounts stood, by the time of recording; an account that had no entry yet stood at zero.
   *
   * @param asOf null for now
   */
  @Reads
  public Page<LedgerBalanceView> balances(
      PageRequest page, @Nullable Instant asOf, @Nullable AccountKind kind, @Nullable String code) {
    Instant at = asOf == null ? clock.instant() : asOf;
    return Page.of(
        ledger.accounts(page, kind, code),
        page.limit(),
        account -> new Cursor(account.id()),
        rows -> {
          Map<UUID, LedgerLeg> last =
              ledger.lastLegs(rows.stream().map(LedgerAccount::id).toList(), at);
          return rows.stream()
              .map(
                  account ->
                      account.balance(
                          Optional.ofNullable(last.get(account.id()))
                              .map(LedgerLeg::after)
                              .orElse(Counters.ZERO),
                          at))
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

  /** What is posted now, by kind of account and currency. */
  @Reads
  public TrialBalanceView trialBalance() {
    return TrialBalanceView.of(ledger.sums(), clock.instant());
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
