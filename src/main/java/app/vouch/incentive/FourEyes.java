package app.vouch.incentive;

import app.vouch.platform.access.Actor;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Above an amount two different people approve. Compares actors, never keys; by the same letters,
 * whether capital or not, since systems differ in what they make of them.
 */
final class FourEyes {

  /**
   * Whether the caller is the first of two who must approve.
   *
   * @param first who approved before; null for nobody
   * @param caller asked for only above the limit, since only there somebody must be named
   * @throws Refusal.Rule {@code four-eyes} when it is the same person again
   */
  static boolean awaitsSecond(
      IdType type,
      Money amount,
      @Nullable Money above,
      @Nullable String first,
      Supplier<Actor> caller) {
    return needed(amount, above) && !complete(type, first, caller.get());
  }

  static boolean needed(Money amount, @Nullable Money above) {
    return above != null && amount.minus(above).isPositive();
  }

  /**
   * Whether this approval is the second one.
   *
   * @param first who approved before; null for nobody
   * @throws Refusal.Rule {@code four-eyes} when it is the same person again
   */
  static boolean complete(IdType type, @Nullable String first, Actor now) {
    if (first != null && first.equalsIgnoreCase(name(now))) {
      throw new Refusal.Rule(
          ProblemType.FOUR_EYES,
          "%s approved this %s already; another person must approve it too"
              .formatted(first, type.words()));
    }
    return first != null;
  }

  /**
   * @param proposer who wants it
   * @throws Refusal.Rule {@code four-eyes} when the same person approves
   */
  static void requireOther(IdType type, String proposer, Actor now) {
    if (proposer.equalsIgnoreCase(name(now))) {
      throw new Refusal.Rule(
          ProblemType.FOUR_EYES,
          "%s proposed this %s; another person must approve it".formatted(proposer, type.words()));
    }
  }

  static String name(Actor actor) {
    return actor.type().name() + ' ' + actor.id();
  }

  private FourEyes() {}
}
