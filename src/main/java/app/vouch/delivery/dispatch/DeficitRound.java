package app.vouch.delivery.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Deficit round robin: in a circle, each gets a credit with its turn, uses it as far as it goes and
 * keeps what is left for its next turn, as long as it has something waiting.
 *
 * @see <a href="https://doi.org/10.1109/90.502236">Shreedhar, Varghese: Efficient Fair Queuing
 *     Using Deficit Round-Robin</a>
 */
final class DeficitRound<K> {
  private final Map<K, Integer> credits = new LinkedHashMap<>();
  private @Nullable K atTurn;

  /** Those that have nothing waiting leave the circle, newcomers join at its end. */
  void waiting(Set<K> present) {
    credits.keySet().retainAll(present);
    present.forEach(key -> credits.putIfAbsent(key, 0));
    if (atTurn != null && !credits.containsKey(atTurn)) {
      atTurn = null;
    }
  }

  /**
   * Who gets one more now; null when nobody can take it.
   *
   * @param quantum the credit of a turn, at least 1
   * @param cost what one more costs
   */
  @Nullable K next(Predicate<K> able, ToIntFunction<K> quantum, ToIntFunction<K> cost) {
    for (K head = first(able); head != null; head = first(able)) {
      if (!head.equals(atTurn)) {
        atTurn = head;
        credits.merge(head, quantum.applyAsInt(head), Integer::sum);
      }
      int price = cost.applyAsInt(head);
      int credit = credits.getOrDefault(head, 0);
      if (credit >= price) {
        credits.put(head, credit - price);
        return head;
      }
      toTheEnd(head);
    }
    return null;
  }

  private @Nullable K first(Predicate<K> able) {
    return credits.keySet().stream().filter(able).findFirst().orElse(null);
  }

  private void toTheEnd(K key) {
    Integer credit = credits.remove(key);
    credits.put(key, credit == null ? 0 : credit);
    atTurn = null;
  }
}
