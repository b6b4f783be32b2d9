package app.vouch.incentive.ledger;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.metrics.LedgerEntryWritten;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Sha256;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the books, inside the transaction of what is booked. An entry's key makes it once: the
 * same key with the same content answers the first entry, with other content it is refused.
 */
@ApplicationScoped
public class LedgerService {
  private final LedgerRepository ledger;
  private final CanonicalJson canonical;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;
  private final Event<LedgerEntryWritten> written;

  LedgerService(
      LedgerRepository ledger,
      CanonicalJson canonical,
      RequestContext request,
      Uuid7 ids,
      Clock clock,
      Event<LedgerEntryWritten> written) {
    this.ledger = ledger;
    this.canonical = canonical;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
    this.written = written;
  }

  /**
   * Moves money.
   *
   * @return the entry's id
   * @throws Refusal.Rule {@code ledger-limit}, {@code amount-out-of-range} or {@code
   *     entry-key-reused}
   */
  @Transactional(TxType.MANDATORY)
  public UUID post(Posting posting) {
    return book(new EntryContent(EntryKind.POSTED, posting, null), Movement.of(posting.legs()));
  }

  /**
   * Holds money until {@link #postHold} or {@link #voidHold}; counts against limits at once.
   *
   * @return the pending entry's id
   * @throws Refusal.Rule as {@link #post}
   */
  @Transactional(TxType.MANDATORY)
  public UUID hold(Posting posting) {
    return book(new EntryContent(EntryKind.PENDING, posting, null), Movement.of(posting.legs()));
  }

  /**
   * Posts a held entry whole.
   *
   * @throws Refusal.Rule {@code entry-already-resolved}, or as {@link #post}
   */
  @Transactional(TxType.MANDATORY)
  public UUID postHold(UUID pending, String key) {
    List<Movement> held = held(pending);
    return resolve(pending, EntryKind.POSTED, key, legs(held), Movement.resolving(held));
  }

  /**
   * Posts a part of a held entry; the rest is freed.
   *
   * @param part the held legs with amounts not above theirs
   * @throws Refusal.Rule {@code entry-already-resolved}, or as {@link #post}
   */
  @Transactional(TxType.MANDATORY)
  public UUID postHold(UUID pending, String key, List<Leg> part) {
    List<Movement> held = held(pending);
    return resolve(pending, EntryKind.POSTED, key, part, Movement.resolving(held, part));
  }

  /**
   * Gives a held entry up, whole.
   *
   * @throws Refusal.Rule {@code entry-already-resolved} or {@code entry-key-reused}
   */
  @Transactional(TxType.MANDATORY)
  public UUID voidHold(UUID pending, String key) {
    List<Movement> held = held(pending);
    return resolve(pending, EntryKind.VOIDED, key, legs(held), Movement.resolving(held));
  }

  /**
   * What a debit account still has to collect, its pending credits taken off. Locks the account
   * where there is one.
   */
  @Transactional(TxType.MANDATORY)
  public Money collectable(AccountCode account, Currency currency) {
    return ledger
        .lockKnown(new AccountKey(account, currency))
        .map(known -> new Money(known.counters().collectable(), currency))
        .orElse(Money.zero(currency));
  }

  private List<Movement> held(UUID pending) {
    EntryKind kind = ledger.entry(pending).map(LedgerEntry::kind).orElse(null);
    if (kind != EntryKind.PENDING) {
      throw new IllegalArgumentException("no pending entry " + IdType.ENTRY.format(pending));
    }
    return ledger.legs(List.of(pending)).stream().map(LedgerLeg::movement).toList();
  }

  private static List<Leg> legs(List<Movement> held) {
    return held.stream()
        .map(
            m ->
                new Leg(
                    m.account().code(), m.side(), new Money(m.amount(), m.account().currency())))
        .toList();
  }

  private UUID resolve(
      UUID pending, EntryKind outcome, String key, List<Leg> legs, List<Movement> movements) {
    return book(new EntryContent(outcome, Posting.of(key, legs), pending), movements);
  }

  private UUID book(EntryContent content, List<Movement> movements) {
    byte[] contentHash = canonical.sha256(content.canonical());
    Optional<LedgerEntry> earlier = ledger.byKey(content.posting().key());
    if (earlier.isPresent()) {
      return same(earlier.get(), contentHash, content.posting().key());
    }
    Map<AccountKey, LedgerAccount> accounts =
        ledger.lock(movements.stream().map(Movement::account).toList());
    requireUnresolved(content.resolves());
    requireOriginals(content.posting());
    return append(content, contentHash, movements, accounts);
  }

  private UUID append(
      EntryContent content,
      byte[] contentHash,
      List<Movement> movements,
      Map<AccountKey, LedgerAccount> accounts) {
    Book book = new Book();
    accounts.forEach((key, account) -> book.open(key, account.counters()));
    List<Counters> after = book.apply(content.kind(), movements);
    UUID id = ids.next();
    Instant now = recordedAt(accounts.values());
    ledger.add(new LedgerEntry(id, content, contentHash, now, seal(id, content, now)));
    ledger.add(new UnsealedEntry(id));
    written.fire(new LedgerEntryWritten(content.kind().name()));
    for (int i = 0; i < movements.size(); i++) {
      Movement movement = movements.get(i);
      LedgerAccount account = Objects.requireNonNull(accounts.get(movement.account()));
      ledger.add(new LedgerLeg(ids.next(), id, i + 1, account, movement, after.get(i), now));
    }
    if (content.resolves() != null) {
      ledger.add(new LedgerResolution(content.resolves(), id, content.kind(), now));
    }
    return id;
  }

  private static UUID same(LedgerEntry earlier, byte[] contentHash, String key) {
    if (!earlier.hasContent(contentHash)) {
      throw new Refusal.Rule(
          ProblemType.ENTRY_KEY_REUSED,
          "the entry key %s was used for other legs; take a new key for a new entry"
              .formatted(key));
    }
    return earlier.id();
  }

  /** Under the locks of the accounts, which all who resolve the same entry take. */
  private void requireUnresolved(@Nullable UUID pending) {
    if (pending == null) {
      return;
    }
    ledger
        .resolution(pending)
        .ifPresent(
            earlier -> {
              throw new Refusal.Rule(
                  ProblemType.ENTRY_ALREADY_RESOLVED,
                  "the pending entry %s is %s already"
                      .formatted(IdType.ENTRY.format(pending), earlier.outcome()));
            });
  }

  private void requireOriginals(Posting posting) {
    Stream.of(posting.reverses(), posting.corrects())
        .filter(Objects::nonNull)
        .filter(id -> ledger.entry(id).isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("no entry " + IdType.ENTRY.format(id));
            });
  }

  /** Never before what the accounts have recorded, so that each account's legs rise in time. */
  private Instant recordedAt(Collection<LedgerAccount> accounts) {
    return Stream.concat(
            Stream.of(clock.instant()), accounts.stream().map(LedgerAccount::lastRecordedAt))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private EntrySeal seal(UUID id, EntryContent content, Instant recordedAt) {
    Instant effectiveAt = content.posting().effectiveAt();
    byte[] bytes =
        canonical.bytes(
            new EntryContent.Recorded(
                IdType.ENTRY.format(id),
                IdType.TENANT.format(request.tenantId()),
                content.canonical(),
                effectiveAt == null ? recordedAt : effectiveAt,
                recordedAt));
    return new EntrySeal(bytes, Sha256.of(bytes));
  }
}
