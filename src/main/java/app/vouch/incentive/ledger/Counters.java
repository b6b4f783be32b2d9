package app.vouch.incentive.ledger;

/**
 * An account's four counters in minor units, from which every balance is read. Exact: an overflow
 * is an {@link ArithmeticException}.
 */
record Counters(long debitsPending, long creditsPending, long debitsPosted, long creditsPosted) {
  static final Counters ZERO = new Counters(0, 0, 0, 0);

  Counters after(EntryKind kind, Movement movement) {
    Side side = movement.side();
    return switch (kind) {
      case PENDING -> pend(side, movement.amount());
      case POSTED -> pend(side, -movement.released()).post(side, movement.amount());
      case VOIDED, EXPIRED -> pend(side, -movement.released());
    };
  }

  private Counters pend(Side side, long amount) {
    return side == Side.DEBIT
        ? new Counters(
            notNegative(Math.addExact(debitsPending, amount)),
            creditsPending,
            debitsPosted,
            creditsPosted)
        : new Counters(
            debitsPending,
            notNegative(Math.addExact(creditsPending, amount)),
            debitsPosted,
            creditsPosted);
  }

  private Counters post(Side side, long amount) {
    return side == Side.DEBIT
        ? new Counters(
            debitsPending, creditsPending, Math.addExact(debitsPosted, amount), creditsPosted)
        : new Counters(
            debitsPending, creditsPending, debitsPosted, Math.addExact(creditsPosted, amount));
  }

  private static long notNegative(long counter) {
    if (counter < 0) {
      throw new IllegalStateException("more is freed than was held");
    }
    return counter;
  }

  /** What is posted, on the normal side. */
  long balance(Side normal) {
    long debits = Math.subtractExact(debitsPosted, creditsPosted);
    return normal == Side.DEBIT ? debits : Math.negateExact(debits);
  }

  /** What may still be taken from a credit account: holds count at once. */
  long spendable() {
    return Math.subtractExact(balance(Side.CREDIT), debitsPending);
  }

  /** What a debit account has cost: holds count at once. */
  long spent() {
    return Math.addExact(balance(Side.DEBIT), debitsPending);
  }

  /** What may still be taken from a debit account: holds count at once. */
  long collectable() {
    return Math.subtractExact(balance(Side.DEBIT), creditsPending);
  }
}
