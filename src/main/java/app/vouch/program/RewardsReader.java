package app.vouch.program;

import app.vouch.program.RewardRule.Amount;
import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Approval;
import app.vouch.program.RewardRule.Approver;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.Clawback;
import app.vouch.program.RewardRule.ClawbackMode;
import app.vouch.program.RewardRule.Kind;
import app.vouch.program.RewardRule.Split;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reward rules of a document. */
final class RewardsReader {

  static List<RewardRule> read(
      @Nullable List<RewardSettings> given, Currency currency, SettingsFaults faults) {
    List<RewardRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (RewardSettings reward : given == null ? List.<RewardSettings>of() : given) {
      String pointer = "/rewards/" + rules.size();
      if (!ids.add(reward.id())) {
        faults.add(pointer + "/id", "not-unique", "is the id of an earlier rule");
      }
      rules.add(rule(pointer, reward, currency, faults));
    }
    return List.copyOf(rules);
  }

  private static RewardRule rule(
      String pointer, RewardSettings given, Currency currency, SettingsFaults faults) {
    return new RewardRule(
        given.id(),
        given.trigger(),
        given.to() == null ? Beneficiary.REFERRER : given.to(),
        given.split() == null ? Split.BY_CREDIT : given.split(),
        given.kind() == null ? Kind.MONEY : given.kind(),
        amount(pointer + "/amount", given.amount(), currency, faults),
        faults.money(pointer + "/cap", given.cap(), currency),
        faults.time(pointer + "/hold", given.hold(), "P30D"),
        approval(pointer + "/approval", given.approval(), currency, faults),
        clawback(pointer + "/clawback", given.clawback(), faults),
        faults.positiveTime(pointer + "/expires", given.expires(), "P365D"));
  }

  private static Amount amount(
      String pointer,
      RewardSettings.AmountSettings given,
      Currency currency,
      SettingsFaults faults) {
    return switch (given.type()) {
      case PERCENT -> {
        if (given.value() != null) {
          faults.add(pointer + "/value", "ambiguous", "goes with type FIXED");
        }
        yield new Amount(
            AmountType.PERCENT,
            faults.percent(pointer + "/percent", given.percent()),
            given.of() == null ? Base.FIRST_YEAR_AMOUNT : given.of(),
            null);
      }
      case FIXED -> {
        if (given.percent() != null || given.of() != null) {
          faults.add(pointer + "/percent", "ambiguous", "percent and of go with type PERCENT");
        }
        if (given.value() == null) {
          faults.add(pointer + "/value", "required", "is needed with type FIXED");
        }
        yield new Amount(
            AmountType.FIXED,
            null,
            null,
            faults.money(pointer + "/value", given.value(), currency));
      }
    };
  }

  private static Approval approval(
      String pointer,
      RewardSettings.@Nullable ApprovalSettings given,
      Currency currency,
      SettingsFaults faults) {
    return given == null
        ? new Approval(Approver.PERSON, null)
        : new Approval(
            given.by() == null ? Approver.PERSON : given.by(),
            faults.decimal(pointer + "/fourEyesAbove", given.fourEyesAbove(), currency));
  }

  private static Clawback clawback(
      String pointer, RewardSettings.@Nullable ClawbackSettings given, SettingsFaults faults) {
    return new Clawback(
        faults.time(pointer + "/window", given == null ? null : given.window(), "P90D"),
        given == null || given.mode() == null ? ClawbackMode.FULL : given.mode());
  }

  private RewardsReader() {}
}
