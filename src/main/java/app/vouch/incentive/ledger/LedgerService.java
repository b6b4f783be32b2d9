package app.vouch.incentive.ledger;

import app.vouch.platform.persistence.Reads;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the books, inside the transaction of what is booked. An entry's key makes it once: the
 * same key with the same content answers the first entry, with other content it is refused.
 */
@ApplicationScoped
public class LedgerService {
  private static final int MAX_LINKED = 100;

  private final LedgerRepository ledger;
  private final EntryWriter writer;
  private final LedgerHoldExpiry expiry;
  private final Clock clock;

  LedgerService(LedgerRepository ledger, EntryWriter writer, LedgerHoldExpiry expiry, Clock clock) {
    this.ledger = ledger;
    this.writer = writer;
    this.expiry = expiry;
    this.clock = clock;
  }

  /**
   * Moves money.
   *
   * @return the entry's id
   * @throws Refusal.Rule {@code ledger-limit}, {@code amount-out-of-range}, {@code
   *     entry-key-reused}, {@code effective-time-refused} or {@code period-closed}
   */
  @Transactional(TxType.MANDATORY)
  public UUID post(Posting posting) {
    return book(EntryContent.posted(posting));
  }

  /**
   * Moves money by several entries that belong together: all are booked or none is, in this order,
   * and each shows the first one's id as its link. A repeat names the same keys.
   *
   * @param postings 1 to 100, each with a key of its own
   * @return the entries' ids, in the same order
   * @throws Refusal.Rule as {@link #post}
   */
  @Transactional(TxType.MANDATORY)
  public List<UUID> postLinked(List<Posting> postings) {
    List<String> keys = postings.stream().map(Posting::key).distinct().toList();
    if (keys.isEmpty() || keys.size() < postings.size() || keys.size() > MAX_LINKED) {
      throw new IllegalArgumentException(
          "linked entries are 1 to %d, each with a key of its own: %s".formatted(MAX_LINKED, keys));
    }
    return writer.book(
        postings.stream()
            .map(EntryContent::posted)
            .map(content -> keys.size() == 1 ? content : content.linkedWith(keys))
            .map(EntryDraft::of)
            .toList());
  }

  /**
   * Holds money until {@link #postHold} or {@link #voidHold}; counts against limits at once.
   *
   * @return the pending entry's id
   * @throws Refusal.Rule as {@link #post}
   */
  @Transactional(TxType.MANDATORY)
  public UUID hold(Posting posting) {
    return book(EntryContent.pending(posting, null));
  }

  /**
   * As {@link #hold(Posting)}; the hold is given up by itself when its time is over.
   *
   * @param expiresAt later than now; from then on it cannot be posted any more
   * @throws Refusal.Rule as {@link #post}
   */
  @Transactional(TxType.MANDATORY)
  public UUID hold(Posting posting, Instant expiresAt) {
    UUID pending = book(EntryContent.pending(posting, expiresAt.truncatedTo(ChronoUnit.MICROS)));
    expiry.schedule(pending, expiresAt);
    return pending;
  }

  /**
   * Posts a held entry whole.
   *
   * @throws Refusal.Rule {@code entry-already-resolved}, {@code entry-expired}, or as {@link #post}
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
   * @throws Refusal.Rule {@code entry-already-resolved}, {@code entry-expired}, or as {@link #post}
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

  /** Gives a held entry up whose time is over, unless somebody has posted or voided it. */
  @Transactional(TxType.MANDATORY)
  void expireHold(UUID pending) {
    List<Movement> held = held(pending);
    ledger.lock(held.stream().map(Movement::account).toList());
    boolean isOver =
        ledger
            .entry(pending)
            .flatMap(LedgerEntry::expiresAt)
            .filter(expiresAt -> !clock.instant().isBefore(expiresAt))
            .isPresent();
    if (isOver && ledger.resolution(pending).isEmpty()) {
      String key = IdType.ENTRY.format(pending) + ":EXPIRE";
      resolve(pending, EntryKind.EXPIRED, key, legs(held), Movement.resolving(held));
    }
  }

  /**
   * What a debit account still has to collect, its pending credits taken off. Locks the account
   * where there is one.
   */
  @Transactional(TxType.MANDATORY)
  public Money collectable(AccountCode account, Unit currency) {
    return ledger
        .lockKnown(new AccountKey(account, currency))
        .map(known -> new Money(known.counters().collectable(), currency))
        .orElse(Money.zero(currency));
  }

  /**
   * Locks an account until the transaction ends, so that nobody else decides by how it stands; it
   * is made where there is none, since what is not there locks nobody out.
   */
  @Transactional(TxType.MANDATORY)
  public void lock(AccountCode account, Unit currency) {
    ledger.lock(List.of(new AccountKey(account, currency)));
  }

  /**
   * Sets what an account may come to, holds counted: from now on nothing is booked that takes it
   * further beyond. It may stand beyond already. Locks the account, which is made where there is
   * none.
   *
   * @param account of a kind that takes a limit: {@code EXPENSE}
   * @param limit in that currency; null for no limit
   */
  @Transactional(TxType.MANDATORY)
  public void limit(AccountCode account, Unit currency, @Nullable Money limit) {
    if (!account.kind().takesLimit()) {
      throw new IllegalArgumentException("no limit can be set on " + account);
    }
    if (limit != null && (limit.isNegative() || !limit.currency().equals(currency))) {
      throw new IllegalArgumentException(
          "a limit of %s in %s is zero or more of that, got %s"
              .formatted(account, currency, limit));
    }
    AccountKey key = new AccountKey(account, currency);
    LedgerAccount locked = Objects.requireNonNull(ledger.lock(List.of(key)).get(key));
    locked.limitTo(limit);
    ledger.limit(locked);
  }

  /**
   * What may still be booked on an account before it is at its limit, holds counted; below zero
   * beyond it. Locks the account, so that the answer holds until the transaction ends.
   *
   * @return empty where nothing limits it
   */
  @Transactional(TxType.MANDATORY)
  public Optional<Money> room(AccountCode account, Unit currency) {
    OptionalLong room =
        ledger
            .lockKnown(new AccountKey(account, currency))
            .map(LedgerAccount::room)
            .orElseGet(() -> account.kind().room(Counters.ZERO, null));
    return room.isPresent() ? Optional.of(new Money(room.getAsLong(), currency)) : Optional.empty();
  }

  /**
   * @param spent posted and pending debits less posted credits
   * @param limit null for none
   */
  public record Spending(Money spent, @Nullable Money limit) {}

  /** What an account has spent, and may. */
  @Reads
  public Spending spending(AccountCode account, Unit currency) {
    return ledger
        .known(new AccountKey(account, currency))
        .map(LedgerAccount::spending)
        .orElseGet(() -> new Spending(Money.zero(currency), null));
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
    EntryContent content = EntryContent.resolving(pending, outcome, Posting.of(key, legs));
    return writer.book(List.of(new EntryDraft(content, movements))).getFirst();
  }

  private UUID book(EntryContent content) {
    return writer.book(List.of(EntryDraft.of(content))).getFirst();
  }
}
