package app.vouch.incentive.ledger;

import app.vouch.shared.ProblemType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger should do, said again without any of its code: lists of what is posted and of
 * what is held, summed anew for every question, in numbers without bounds.
 */
final class ModelLedger {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  /** What a command does. */
  enum Verb {
    POST,
    HOLD,
    POST_HOLD,
    VOID
  }

  /**
   * A command with keys.
   *
   * @param hold what it resolves
   * @param expiresAt of what it holds
   */
  record Command(
      Verb verb, List<Posting> postings, @Nullable UUID hold, @Nullable Instant expiresAt) {
    static Command post(Posting... postings) {
      return new Command(Verb.POST, List.of(postings), null, null);
    }

    static Command hold(Posting posting, @Nullable Instant expiresAt) {
      return new Command(Verb.HOLD, List.of(posting), null, expiresAt);
    }

    static Command resolve(Verb verb, UUID hold, Posting posting) {
      return new Command(verb, List.of(posting), hold, null);
    }
  }

  /** Money that is held, or was. */
  static final class Hold {
    final UUID id;
    final List<Leg> legs;
    final @Nullable Instant expiresAt;
    boolean open = true;

    private Hold(UUID id, List<Leg> legs, @Nullable Instant expiresAt) {
      this.id = id;
      this.legs = legs;
      this.expiresAt = expiresAt;
    }
  }

  /**
   * An entry that moved money.
   *
   * @param effectiveAt null for when it was recorded
   */
  record Entry(UUID id, List<Leg> legs, @Nullable Instant effectiveAt) {}

  private final Map<String, Command> keys = new HashMap<>();
  private final Map<Command, List<UUID>> answers = new HashMap<>();
  private final Map<UUID, Hold> holds = new HashMap<>();
  private final Map<UUID, Entry> posted = new HashMap<>();
  private final Set<UUID> reversed = new HashSet<>();
  private final Map<AccountKey, BigInteger> limits = new HashMap<>();
  private final @Nullable Instant closedUntil;

  /** In the order in which they were booked. */
  final List<Command> taken = new ArrayList<>();

  final List<Hold> allHolds = new ArrayList<>();
  final List<Entry> allPosted = new ArrayList<>();

  /**
   * @param closedUntil nothing may count before
   */
  ModelLedger(@Nullable Instant closedUntil) {
    this.closedUntil = closedUntil;
  }

  /** What was answered to the same command before; null for a new one. */
  @Nullable List<UUID> earlier(Command command) {
    return answers.get(command);
  }

  /** Why the command must be refused; one of several reasons where there are several. */
  Set<ProblemType> refusals(Command command, Instant now) {
    if (command.postings().stream().anyMatch(p -> keys.containsKey(p.key()))) {
      return EnumSet.of(ProblemType.ENTRY_KEY_REUSED);
    }
    Set<ProblemType> times = times(command, now);
    if (!times.isEmpty()) {
      return times;
    }
    Hold hold = command.hold() == null ? null : holds.get(command.hold());
    if (hold != null && !hold.open) {
      return EnumSet.of(ProblemType.ENTRY_ALREADY_RESOLVED);
    }
    if (hold != null
        && command.verb() == Verb.POST_HOLD
        && hold.expiresAt != null
        && !now.isBefore(hold.expiresAt)) {
      return EnumSet.of(ProblemType.ENTRY_EXPIRED);
    }
    if (command.postings().stream().anyMatch(p -> reversed.contains(p.reverses()))) {
      return EnumSet.of(ProblemType.ENTRY_ALREADY_REVERSED);
    }
    return amounts(command, hold);
  }

  private Set<ProblemType> times(Command command, Instant now) {
    Set<ProblemType> problems = EnumSet.noneOf(ProblemType.class);
    for (Posting posting : command.postings()) {
      Instant at = posting.effectiveAt();
      if (at != null) {
        Entry original = posting.reverses() == null ? null : posted.get(posting.reverses());
        boolean isTooEarly =
            original != null
                && (original.effectiveAt() == null || at.isBefore(original.effectiveAt()));
        if (at.isAfter(now) || isTooEarly) {
          problems.add(ProblemType.EFFECTIVE_TIME_REFUSED);
        }
        if (closedUntil != null && at.isBefore(closedUntil)) {
          problems.add(ProblemType.PERIOD_CLOSED);
        }
      }
    }
    return problems;
  }

  private Set<ProblemType> amounts(Command command, @Nullable Hold hold) {
    Map<AccountKey, BigInteger[]> sums = sums();
    if (hold != null) {
      hold.legs.forEach(leg -> add(sums, leg, 0, -1));
    }
    Set<ProblemType> problems = EnumSet.noneOf(ProblemType.class);
    for (Posting posting : command.postings()) {
      Map<AccountKey, BigInteger[]> before = sums();
      if (command.postings().size() > 1) {
        before = copy(sums);
      }
      int column = column(command.verb());
      if (column >= 0) {
        posting.legs().forEach(leg -> add(sums, leg, column, 1));
      }
      for (Leg leg : posting.legs()) {
        problems.addAll(problems(leg.key(), of(before, leg.key()), of(sums, leg.key())));
      }
      if (!problems.isEmpty()) {
        return problems;
      }
    }
    return problems;
  }

  private static Map<AccountKey, BigInteger[]> copy(Map<AccountKey, BigInteger[]> sums) {
    Map<AccountKey, BigInteger[]> copy = new HashMap<>();
    sums.forEach((key, columns) -> copy.put(key, columns.clone()));
    return copy;
  }

  /** Of the columns pending and posted, which a command adds to; none for VOID. */
  private static int column(Verb verb) {
    return switch (verb) {
      case HOLD -> 0;
      case POST, POST_HOLD -> 2;
      case VOID -> -1;
    };
  }

  private Set<ProblemType> problems(AccountKey account, BigInteger[] before, BigInteger[] after) {
    Set<ProblemType> problems = EnumSet.noneOf(ProblemType.class);
    for (BigInteger counter : after) {
      if (isOut(counter)) {
        problems.add(ProblemType.AMOUNT_OUT_OF_RANGE);
      }
    }
    BigInteger balance = after[2].subtract(after[3]);
    BigInteger room = room(account, after);
    if (room != null && (isOut(balance) || isOut(balance.add(after[0])) || isOut(room))) {
      problems.add(ProblemType.AMOUNT_OUT_OF_RANGE);
    }
    BigInteger roomBefore = room(account, before);
    if (room != null
        && room.signum() < 0
        && (roomBefore == null || room.compareTo(roomBefore) < 0)) {
      problems.add(ProblemType.LEDGER_LIMIT);
    }
    return problems;
  }

  private @Nullable BigInteger room(AccountKey account, BigInteger[] sums) {
    BigInteger debits = sums[2].subtract(sums[3]).add(sums[0]);
    return switch (account.code().kind()) {
      case PAYABLE -> debits.negate();
      case EXPENSE -> {
        BigInteger limit = limits.get(account);
        yield limit == null ? null : limit.subtract(debits);
      }
      case CLEARING, EXTERNAL, RECEIVABLE, WRITE_OFF, FX -> null;
    };
  }

  private static boolean isOut(BigInteger number) {
    return number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0;
  }

  void took(Command command, List<UUID> ids) {
    command.postings().forEach(posting -> keys.put(posting.key(), command));
    answers.put(command, ids);
    taken.add(command);
    if (command.hold() != null) {
      close(command.hold());
    }
    for (int i = 0; i < ids.size(); i++) {
      Posting posting = command.postings().get(i);
      if (posting.reverses() != null) {
        reversed.add(posting.reverses());
      }
      switch (command.verb()) {
        case HOLD -> {
          Hold hold = new Hold(ids.get(i), posting.legs(), command.expiresAt());
          holds.put(hold.id, hold);
          allHolds.add(hold);
        }
        case POST, POST_HOLD -> {
          Entry entry = new Entry(ids.get(i), posting.legs(), posting.effectiveAt());
          posted.put(entry.id(), entry);
          allPosted.add(entry);
        }
        case VOID -> {}
      }
    }
  }

  void close(UUID hold) {
    Hold known = holds.get(hold);
    if (known != null) {
      known.open = false;
    }
  }

  void limit(AccountKey account, @Nullable Long limit) {
    if (limit == null) {
      limits.remove(account);
    } else {
      limits.put(account, BigInteger.valueOf(limit));
    }
  }

  /** Pending debits and credits, posted debits and credits. */
  Map<AccountKey, BigInteger[]> sums() {
    Map<AccountKey, BigInteger[]> sums = new HashMap<>();
    for (Hold hold : allHolds) {
      if (hold.open) {
        hold.legs.forEach(leg -> add(sums, leg, 0, 1));
      }
    }
    for (Entry entry : allPosted) {
      entry.legs().forEach(leg -> add(sums, leg, 2, 1));
    }
    return sums;
  }

  private static void add(Map<AccountKey, BigInteger[]> sums, Leg leg, int column, int sign) {
    BigInteger[] columns = sums.computeIfAbsent(leg.key(), key -> zeros());
    int side = leg.side() == Side.DEBIT ? 0 : 1;
    BigInteger amount = BigInteger.valueOf(leg.amount().minor());
    columns[column + side] = columns[column + side].add(sign > 0 ? amount : amount.negate());
  }

  static BigInteger[] of(Map<AccountKey, BigInteger[]> sums, AccountKey account) {
    return sums.getOrDefault(account, zeros());
  }

  private static BigInteger[] zeros() {
    return new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
  }
}
