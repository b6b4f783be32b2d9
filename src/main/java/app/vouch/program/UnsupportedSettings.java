package app.vouch.program;

import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.ClawbackMode;
import app.vouch.program.RewardRule.Kind;
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
    if (document.tiers() != null && !document.tiers().isEmpty()) {
      faults.add("/tiers", CODE, "tiers are not supported by this version yet; leave them out");
    }
  }

  private static void reward(String pointer, RewardSettings reward, SettingsFaults faults) {
    if (reward.kind() != null && reward.kind() != Kind.MONEY) {
      faults.add(
          pointer + "/kind",
          CODE,
          "%s is not supported by this version yet; take MONEY".formatted(reward.kind()));
    }
    if (reward.trigger() == Trigger.INVOICE_PAID) {
      faults.add(
          pointer + "/trigger",
          CODE,
          "INVOICE_PAID is not supported by this version yet; take WON, with a hold for as long as your invoices take");
    } else if (reward.trigger() != Trigger.WON && reward.amount().type() == AmountType.PERCENT) {
      faults.add(
          pointer + "/amount/type",
          CODE,
          "a percentage at %s is not supported by this version yet, since there is no won deal to take it of; take FIXED, or trigger WON"
              .formatted(reward.trigger()));
    }
    if (reward.clawback() != null && reward.clawback().mode() == ClawbackMode.PRO_RATA) {
      faults.add(
          pointer + "/clawback/mode",
          CODE,
          "PRO_RATA is not supported by this version yet; take FULL");
    }
  }

  private UnsupportedSettings() {}
}
