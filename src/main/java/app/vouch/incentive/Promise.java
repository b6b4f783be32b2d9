package app.vouch.incentive;

import app.vouch.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule owes a beneficiary for a referral, and the rewards that carry it: the first one and
 * its supplements, the oldest first. Pure.
 *
 * @param debt what the payee owes: of what was sent out and asked back, so much can be left to them
 * @param grows whether more than these carry may be promised
 */
record Promise(List<Part> parts, Money debt, boolean grows) {

  /** What may become of a reward's amount. */
  enum Kind {
    /** No payout has sent it out: any amount. */
    OPEN,
    /** It was sent out: never more than that. */
    SENT,
    /** It is over, and what it was is granted by no other. */
    REFUSED
  }

  /**
   * @param amount what it carries now
   * @param sent what a payout has sent out for it
   */
  record Part(UUID reward, Kind kind, Money amount, Money sent) {}

  /**
   * @param amounts what each reward carries, by id
   * @param rest what needs a reward of its own
   */
  record Spread(Map<UUID, Money> amounts, Money rest) {}

  /**
   * Spreads an amount: first over what was sent out, so that as little as possible is asked back;
   * the newest that is open takes what is more, or gives what is less.
   */
  Spread spread(Money promised) {
    Map<UUID, Money> amounts = new HashMap<>();
    Money left = promised;
    Money owed = debt;
    for (Part part : sentFirst()) {
      Money taken = left.min(part.amount().plus(askedBack(part).min(owed)));
      Money more = taken.minus(part.amount());
      owed = more.isPositive() ? owed.minus(more) : owed;
      amounts.put(part.reward(), taken);
      left = left.minus(taken);
    }
    Part open = newestOpen();
    if (grows && open != null) {
      amounts.merge(open.reward(), left, Money::plus);
    }
    return new Spread(amounts, grows && open == null ? left : Money.zero(promised.currency()));
  }

  private static Money askedBack(Part part) {
    Money difference = part.sent().minus(part.amount());
    return part.kind() == Kind.SENT && difference.isPositive()
        ? difference
        : Money.zero(difference.currency());
  }

  private List<Part> sentFirst() {
    List<Part> ordered =
        new ArrayList<>(parts.stream().filter(p -> p.kind() == Kind.SENT).toList());
    parts.stream().filter(p -> p.kind() != Kind.SENT).forEach(ordered::add);
    return ordered;
  }

  private @Nullable Part newestOpen() {
    return parts.reversed().stream().filter(p -> p.kind() == Kind.OPEN).findFirst().orElse(null);
  }
}
