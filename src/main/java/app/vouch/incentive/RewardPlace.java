package app.vouch.incentive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a reward stands among those of its slot; no two have the same place.
 *
 * @param generation 0, then 1, 2 … for rewards that replace one whose cause was gone
 * @param supplements the reward, already sent out, to which this one adds
 */
record RewardPlace(
    String period, int generation, @Nullable UUID replaces, @Nullable UUID supplements) {
  static RewardPlace first(RewardSlot slot) {
    return new RewardPlace(slot.period(), 0, null, null);
  }

  static RewardPlace replacing(Reward predecessor) {
    RewardPlace before = predecessor.place();
    return new RewardPlace(before.period, before.generation + 1, predecessor.id(), null);
  }

  /**
   * @param number 1 for the first supplement of the slot
   */
  static RewardPlace supplementing(Reward sent, int number) {
    return new RewardPlace(sent.place().period + '+' + number, 0, null, sent.id());
  }
}
