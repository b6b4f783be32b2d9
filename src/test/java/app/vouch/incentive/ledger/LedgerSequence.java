package app.vouch.incentive.ledger;

import app.vouch.incentive.ledger.ModelLedger.Command;
import app.vouch.incentive.ledger.ModelLedger.Entry;
import app.vouch.incentive.ledger.ModelLedger.Hold;
import app.vouch.incentive.ledger.ModelLedger.Verb;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Random commands on accounts of their own: accrue, hold, post, post in part, void, let expire,
 * reverse, pay, settle, fail, return, adjust, limit, and repeats with the same and with other
 * content. The model says of each whether it is taken, or why not.
 */
final class LedgerSequence {
  static final Duration HOLD_TIME = Duration.ofMinutes(10);

  private static final List<Unit> CURRENCIES =
      List.of(Unit.of("USD"), Unit.of("JPY"), Unit.of("KWD"));
  private static final int OWNERS = 2;

  private final LedgerUnderTest subject;
  private final String name;
  private final SplittableRandom random;
  private final Instant base;
  private final ModelLedger model;
  private int taken;
  private int refused;

  /**
   * @param base when the run began
   * @param closedUntil nothing may count before
   */
  LedgerSequence(
      LedgerUnderTest subject,
      String name,
      SplittableRandom random,
      Instant base,
      @Nullable Instant closedUntil) {
    this.subject = subject;
    this.name = name;
    this.random = random;
    this.base = base;
    this.model = new ModelLedger(closedUntil);
  }

  int taken() {
    return taken;
  }

  int refused() {
    return refused;
  }

  void step(int number) {
    String key = name + ":STEP:" + number;
    switch (random.nextInt(22)) {
      case 0, 1, 2 -> hold(key, pair(AccountKind.EXPENSE, AccountKind.PAYABLE));
      case 3, 4 -> post(Posting.of(key, pair(AccountKind.EXPENSE, AccountKind.PAYABLE)));
      case 5 -> hold(key, pair(AccountKind.PAYABLE, AccountKind.CLEARING));
      case 6 -> post(Posting.of(key, pair(AccountKind.CLEARING, AccountKind.EXTERNAL)));
      case 7 -> post(Posting.of(key, pair(AccountKind.CLEARING, AccountKind.PAYABLE)));
      case 8 -> giveBack(key);
      case 9, 10 -> resolve(Verb.POST_HOLD, key, false);
      case 11, 12 -> resolve(Verb.POST_HOLD, key, true);
      case 13 -> resolve(Verb.VOID, key, false);
      case 14 -> expire();
      case 15, 16 -> reverse(key);
      case 17 -> adjust(key);
      case 18 -> anything(key);
      case 19 -> limit();
      case 20 -> repeat();
      default -> repeatWithOtherContent();
    }
  }

  private void post(Posting... postings) {
    run(Command.post(postings));
  }

  private void hold(String key, List<Leg> legs) {
    Instant expiresAt = random.nextInt(3) == 0 ? subject.now().plus(HOLD_TIME) : null;
    run(Command.hold(Posting.of(key, legs), expiresAt));
  }

  /** A payout that comes back: linked entries. */
  private void giveBack(String key) {
    Money money = money();
    AccountCode clearing = account(AccountKind.CLEARING);
    post(
        Posting.of(
            key + ":1",
            Leg.debit(account(AccountKind.EXTERNAL), money),
            Leg.credit(clearing, money)),
        Posting.of(key + ":2", Leg.debit(clearing, money), Leg.credit(account(anyKind()), money)));
  }

  private void resolve(Verb verb, String key, boolean inPart) {
    if (model.allHolds.isEmpty()) {
      return;
    }
    Hold hold = any(model.allHolds);
    List<Leg> legs = inPart ? part(hold.legs) : hold.legs;
    run(Command.resolve(verb, hold.id, Posting.of(key, legs)));
  }

  private List<Leg> part(List<Leg> legs) {
    long share = random.nextLong(1, legs.getFirst().amount().minor() + 1);
    return legs.stream()
        .map(leg -> new Leg(leg.account(), leg.side(), new Money(share, leg.amount().currency())))
        .toList();
  }

  /** Time passes; what is due is given up, now or where there are no timers perhaps never. */
  private void expire() {
    subject.pass(HOLD_TIME.plusMinutes(1));
    if (subject.hasTimers() || random.nextBoolean()) {
      letExpire();
    }
  }

  private void letExpire() {
    for (Hold hold : model.allHolds) {
      if (hold.open && hold.expiresAt != null && !subject.now().isBefore(hold.expiresAt)) {
        subject.in(
            () -> {
              subject.service().expireHold(hold.id);
              return true;
            });
        model.close(hold.id);
      }
    }
  }

  private void reverse(String key) {
    if (model.allPosted.isEmpty()) {
      return;
    }
    Entry original = any(model.allPosted);
    List<Leg> opposite =
        original.legs().stream()
            .map(leg -> new Leg(leg.account(), leg.side().opposite(), leg.amount()))
            .toList();
    post(new Posting(key, opposite, perhapsThen(), original.id(), null));
  }

  private void adjust(String key) {
    UUID corrects = model.allPosted.isEmpty() ? null : any(model.allPosted).id();
    boolean more = random.nextBoolean();
    List<Leg> legs =
        more
            ? pair(AccountKind.EXPENSE, AccountKind.PAYABLE)
            : pair(AccountKind.PAYABLE, AccountKind.EXPENSE);
    post(new Posting(key, legs, corrects == null ? perhapsThen() : null, null, corrects));
  }

  /** Two legs, or four in two currencies, on any accounts; amounts up to the edge of 64 bits. */
  private void anything(String key) {
    List<Leg> legs = new ArrayList<>();
    long amount =
        random.nextInt(10) == 0
            ? random.nextLong(Long.MAX_VALUE / 4, Long.MAX_VALUE)
            : random.nextLong(1, 1_000);
    int pairs = random.nextInt(3) == 0 ? 2 : 1;
    for (int i = 0; i < pairs; i++) {
      Money money = new Money(amount, any(CURRENCIES));
      legs.add(Leg.debit(account(anyKind()), money));
      legs.add(Leg.credit(account(anyKind()), money));
    }
    if (random.nextBoolean()) {
      post(Posting.of(key, legs));
    } else {
      hold(key, legs);
    }
  }

  private void limit() {
    AccountKey account = new AccountKey(account(AccountKind.EXPENSE), any(CURRENCIES));
    Long limit = random.nextInt(3) == 0 ? null : Long.valueOf(random.nextLong(0, 3_000));
    subject.in(
        () -> {
          subject
              .service()
              .limit(
                  account.code(),
                  account.currency(),
                  limit == null ? null : new Money(limit, account.currency()));
          return true;
        });
    model.limit(account, limit);
  }

  private void repeat() {
    if (!model.taken.isEmpty()) {
      run(any(model.taken));
    }
  }

  private void repeatWithOtherContent() {
    List<Command> candidates =
        model.taken.stream().filter(c -> c.verb() == Verb.POST || c.verb() == Verb.HOLD).toList();
    if (candidates.isEmpty()) {
      return;
    }
    Command known = any(candidates);
    Posting first = known.postings().getFirst();
    if (random.nextBoolean()) {
      List<Leg> more =
          first.legs().stream()
              .map(leg -> new Leg(leg.account(), leg.side(), oneMore(leg.amount())))
              .toList();
      first = new Posting(first.key(), more, null, null, null);
      run(known.verb() == Verb.POST ? Command.post(first) : Command.hold(first, null));
    } else {
      first = new Posting(first.key(), first.legs(), null, null, null);
      run(known.verb() == Verb.POST ? Command.hold(first, null) : Command.post(first));
    }
  }

  private static Money oneMore(Money money) {
    return new Money(money.minor() + 1, money.currency());
  }

  private void run(Command command) {
    List<UUID> earlier = model.earlier(command);
    Set<ProblemType> expected = earlier == null ? model.refusals(command, subject.now()) : Set.of();
    List<UUID> ids;
    try {
      ids = subject.in(call(command));
    } catch (Refusal.Rule no) {
      if (!expected.contains(no.type())) {
        throw new AssertionError(
            "%s is refused with %s, and should with %s".formatted(command, no.type(), expected),
            no);
      }
      refused++;
      return;
    }
    if (!expected.isEmpty()) {
      throw new AssertionError(
          "%s is taken, and should be refused with %s".formatted(command, expected));
    }
    if (earlier != null && !earlier.equals(ids)) {
      throw new AssertionError(
          "%s answers %s when repeated, and answered %s".formatted(command, ids, earlier));
    }
    if (earlier == null) {
      model.took(command, ids);
      taken++;
    }
  }

  private Supplier<List<UUID>> call(Command command) {
    LedgerService ledger = subject.service();
    Posting first = command.postings().getFirst();
    UUID hold = command.hold();
    Instant expiresAt = command.expiresAt();
    return () ->
        switch (command.verb()) {
          case POST ->
              command.postings().size() == 1
                  ? List.of(ledger.post(first))
                  : ledger.postLinked(command.postings());
          case HOLD ->
              List.of(expiresAt == null ? ledger.hold(first) : ledger.hold(first, expiresAt));
          case POST_HOLD -> List.of(ledger.postHold(known(hold), first.key(), first.legs()));
          case VOID -> List.of(ledger.voidHold(known(hold), first.key()));
        };
  }

  private static UUID known(@Nullable UUID hold) {
    if (hold == null) {
      throw new IllegalStateException("a command that resolves names its hold");
    }
    return hold;
  }

  /** Leaves nothing that a timer would change later. */
  void end() {
    subject.pass(HOLD_TIME.plusMinutes(1));
    letExpire();
  }

  /** Every account stands as the model says, and debits equal credits. */
  void requireAgreement(String where) {
    Map<AccountKey, BigInteger[]> expected = model.sums();
    Map<Unit, BigInteger> totals = new HashMap<>();
    for (int owner = 0; owner < OWNERS; owner++) {
      Map<AccountKey, Counters> counters = subject.counters(owner(owner));
      counters.forEach(
          (account, now) -> {
            requireEqual(where, account, now, ModelLedger.of(expected, account));
            totals.merge(
                account.currency(),
                BigInteger.valueOf(now.debitsPosted())
                    .subtract(BigInteger.valueOf(now.creditsPosted())),
                BigInteger::add);
            expected.remove(account);
          });
    }
    expected.forEach((account, sums) -> requireEqual(where, account, Counters.ZERO, sums));
    if (totals.values().stream().anyMatch(total -> total.signum() != 0)) {
      throw new AssertionError(where + ": debits and credits differ: " + totals);
    }
  }

  private static void requireEqual(
      String where, AccountKey account, Counters counters, BigInteger[] sums) {
    long[] now = {
      counters.debitsPending(),
      counters.creditsPending(),
      counters.debitsPosted(),
      counters.creditsPosted()
    };
    for (int i = 0; i < now.length; i++) {
      if (!BigInteger.valueOf(now[i]).equals(sums[i])) {
        throw new AssertionError(
            "%s: %s stands at %s, and should at %s"
                .formatted(where, account, counters, List.of(sums)));
      }
    }
  }

  private @Nullable Instant perhapsThen() {
    return switch (random.nextInt(6)) {
      case 0 -> base.minus(Duration.ofDays(20));
      case 1 -> base.minus(Duration.ofDays(5));
      case 2 -> base.minus(Duration.ofDays(3));
      case 3 -> subject.now().plus(Duration.ofDays(1));
      default -> null;
    };
  }

  private List<Leg> pair(AccountKind debit, AccountKind credit) {
    Money money = money();
    return List.of(Leg.debit(account(debit), money), Leg.credit(account(credit), money));
  }

  private Money money() {
    return new Money(random.nextLong(1, 1_000), any(CURRENCIES));
  }

  private AccountKind anyKind() {
    return any(List.of(AccountKind.values()));
  }

  private AccountCode account(AccountKind kind) {
    return new AccountCode(kind, owner(random.nextInt(OWNERS)));
  }

  private String owner(int number) {
    return name + "-" + number;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
