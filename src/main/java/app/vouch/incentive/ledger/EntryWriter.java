package app.vouch.incentive.ledger;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.metrics.LedgerEntryWritten;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Sha256;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books entries that are booked together: all of them, or none. Inside an open transaction. */
@ApplicationScoped
class EntryWriter {
  private final LedgerRepository ledger;
  private final EffectiveTimes effective;
  private final CanonicalJson canonical;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;
  private final Event<LedgerEntryWritten> written;

  EntryWriter(
      LedgerRepository ledger,
      EffectiveTimes effective,
      CanonicalJson canonical,
      RequestContext request,
      Uuid7 ids,
      Clock clock,
      Event<LedgerEntryWritten> written) {
    this.ledger = ledger;
    this.effective = effective;
    this.canonical = canonical;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
    this.written = written;
  }

  /**
   * @return the entries' ids, in the order of the drafts
   * @throws Refusal.Rule {@code entry-key-reused}, {@code entry-already-resolved}, {@code
   *     entry-expired}, {@code entry-already-reversed}, {@code ledger-limit}, {@code
   *     amount-out-of-range}, {@code effective-time-refused} or {@code period-closed}
   */
  List<UUID> book(List<EntryDraft> drafts) {
    List<byte[]> hashes =
        drafts.stream().map(draft -> canonical.sha256(draft.content().canonical())).toList();
    Optional<List<UUID>> earlier = earlier(drafts, hashes);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    drafts.forEach(draft -> effective.require(draft.content().posting()));
    Map<AccountKey, LedgerAccount> accounts =
        ledger.lock(
            drafts.stream().flatMap(d -> d.movements().stream()).map(Movement::account).toList());
    drafts.forEach(draft -> requireUnresolved(draft.content()));
    drafts.forEach(draft -> requireNotReversed(draft.content().posting().reverses()));
    return append(drafts, hashes, accounts);
  }

  /** The first answer, where the same entries were booked before. */
  private Optional<List<UUID>> earlier(List<EntryDraft> drafts, List<byte[]> hashes) {
    Map<String, LedgerEntry> known = ledger.byKeys(drafts.stream().map(EntryDraft::key).toList());
    List<UUID> found = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String key = drafts.get(i).key();
      LedgerEntry entry = known.get(key);
      if (entry != null) {
        found.add(same(entry, hashes.get(i), key));
      }
    }
    return found.size() == drafts.size() ? Optional.of(found) : Optional.empty();
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
  private void requireUnresolved(EntryContent content) {
    UUID pending = content.resolves();
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
    Instant expiresAt = ledger.entry(pending).flatMap(LedgerEntry::expiresAt).orElse(null);
    if (content.kind() == EntryKind.POSTED
        && expiresAt != null
        && !clock.instant().isBefore(expiresAt)) {
      throw new Refusal.Rule(
          ProblemType.ENTRY_EXPIRED,
          "the pending entry %s was good until %s; book a new one"
              .formatted(IdType.ENTRY.format(pending), expiresAt));
    }
  }

  private void requireNotReversed(@Nullable UUID original) {
    if (original == null) {
      return;
    }
    ledger
        .reversalOf(original)
        .ifPresent(
            earlier -> {
              throw new Refusal.Rule(
                  ProblemType.ENTRY_ALREADY_REVERSED,
                  "the entry %s is reversed by %s already"
                      .formatted(IdType.ENTRY.format(original), IdType.ENTRY.format(earlier.id())));
            });
  }

  private List<UUID> append(
      List<EntryDraft> drafts, List<byte[]> hashes, Map<AccountKey, LedgerAccount> accounts) {
    Book book = new Book();
    accounts.forEach(
        (key, account) -> {
          book.open(key, account.counters());
          book.limit(key, account.limit());
        });
    List<List<Counters>> after =
        drafts.stream().map(d -> book.apply(d.content().kind(), d.movements())).toList();
    Instant now = recordedAt(accounts.values());
    List<UUID> entries = drafts.stream().map(draft -> ids.next()).toList();
    Booking booking =
        new Booking(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), accounts.values());
    for (int i = 0; i < drafts.size(); i++) {
      EntryDraft draft = drafts.get(i);
      EntryStamp stamp =
          new EntryStamp(
              entries.get(i),
              drafts.size() > 1 ? entries.getFirst() : null,
              effective.of(draft.content().posting(), now),
              now);
      add(booking, draft, stamp, hashes.get(i));
      legs(draft.movements(), stamp, accounts, after.get(i)).forEach(booking.legs()::add);
    }
    ledger.append(booking);
    drafts.forEach(draft -> written.fire(new LedgerEntryWritten(draft.content().kind().name())));
    return entries;
  }

  private void add(Booking booking, EntryDraft draft, EntryStamp stamp, byte[] contentHash) {
    EntryContent content = draft.content();
    booking.entries().add(new LedgerEntry(stamp, content, contentHash, seal(stamp, content)));
    UUID pending = content.resolves();
    if (pending != null) {
      booking
          .resolutions()
          .add(new LedgerResolution(pending, stamp.id(), content.kind(), stamp.recordedAt()));
    }
  }

  private List<LedgerLeg> legs(
      List<Movement> movements,
      EntryStamp stamp,
      Map<AccountKey, LedgerAccount> accounts,
      List<Counters> after) {
    List<LedgerLeg> legs = new ArrayList<>();
    for (int i = 0; i < movements.size(); i++) {
      Movement movement = movements.get(i);
      LedgerAccount account = Objects.requireNonNull(accounts.get(movement.account()));
      legs.add(
          new LedgerLeg(
              ids.next(), stamp.id(), i + 1, account, movement, after.get(i), stamp.recordedAt()));
    }
    return legs;
  }

  /** Never before what the accounts have recorded, so that each account's legs rise in time. */
  private Instant recordedAt(Collection<LedgerAccount> accounts) {
    return Stream.concat(
            Stream.of(clock.instant()), accounts.stream().map(LedgerAccount::lastRecordedAt))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private EntrySeal seal(EntryStamp stamp, EntryContent content) {
    byte[] bytes =
        canonical.bytes(
            new EntryContent.Recorded(
                IdType.ENTRY.format(stamp.id()),
                IdType.TENANT.format(request.tenantId()),
                content.canonical(),
                stamp.effectiveAt(),
                stamp.recordedAt(),
                link(stamp)));
    return new EntrySeal(bytes, Sha256.of(bytes));
  }

  private static @Nullable String link(EntryStamp stamp) {
    return IdType.ENTRY.formatNullable(stamp.link());
  }
}
