package app.vouch.program;

import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Trigger;
import java.util.List;

/**
 * Settings about money that a document can name and nothing follows yet. A draft with one is
 * refused, so that no rule seems to be in force that is not.
 */
final class UnsupportedSettings {
  private static final String CODE = "not-supported";

  static void name(SettingsDocument document, SettingsFaults faults) {
    List<RewardSettings> rewards = document.rewards() == null ? List.of() : document.rewards();
    for (int i = 0; i < rewards.size(); i++) {
      reward("/rewards/" + i, rewards.get(i), faults);
    }
  }

  private static void reward(String pointer, RewardSettings reward, SettingsFaults faults) {
    if (!hasDeal(reward.trigger()) && takesPercentage(reward.amount())) {
      faults.add(
          pointer + "/amount/type",
          CODE,
          "a percentage at %s is not supported by this version yet, since there is no won deal to take it of; take FIXED, or trigger WON or INVOICE_PAID"
              .formatted(reward.trigger()));
    }
  }

  private static boolean hasDeal(Trigger trigger) {
    return trigger == Trigger.WON || trigger == Trigger.INVOICE_PAID;
  }

  private static boolean takesPercentage(RewardSettings.AmountSettings amount) {
    return amount.type() == AmountType.PERCENT
        || (amount.steps() != null
            && amount.steps().stream().anyMatch(step -> step.percent() != null));
  }

  private UnsupportedSettings() {}
}
