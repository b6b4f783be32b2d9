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
import app.vouch.program.RewardRule.PeriodCap;
import app.vouch.program.RewardRule.Split;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reward rules of a document. */
final class RewardsReader {
  private static final int MOST_PERIODS = 120;
  private static final String UNIT_WORTH = "(0|[1-9][0-9]{0,5})(\\.[0-9]{1,6})?";
  private static final String ONLY_MONEY = "not-allowed";
  private static final String ONLY_MONEY_SAYS = "goes with the kinds MONEY and CREDIT";
  private static final Instant A_DAY = Instant.EPOCH.plus(1, ChronoUnit.DAYS);

  static List<RewardRule> read(
      @Nullable List<RewardSettings> given, Unit currency, SettingsFaults faults) {
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
      String pointer, RewardSettings given, Unit currency, SettingsFaults faults) {
    if (given.amount().type() == AmountType.TIERED && beneficiary(given) != Beneficiary.REFERRER) {
      faults.add(pointer + "/to", "not-allowed", "must be REFERRER with amount.type TIERED");
    }
    if (!kind(given).isMoney()) {
      requireNoMoney(pointer, given, faults);
    }
    return new RewardRule(
        given.id(),
        given.trigger(),
        beneficiary(given),
        given.referrerKinds() == null ? Set.of() : Set.copyOf(given.referrerKinds()),
        given.split() == null ? Split.BY_CREDIT : given.split(),
        kind(given),
        amount(pointer + "/amount", given, currency, faults),
        unitWorth(pointer + "/unitWorth", given, faults),
        faults.money(pointer + "/cap", given.cap(), currency),
        minimumDeal(pointer + "/minimumDeal", given, currency, faults),
        capPerPeriod(pointer + "/capPerPeriod", given.capPerPeriod(), currency, faults),
        periods(pointer + "/recurring", given, faults),
        faults.time(pointer + "/hold", given.hold(), "P30D"),
        approval(pointer + "/approval", given.approval(), currency, faults),
        clawback(pointer + "/clawback", given.clawback(), faults),
        faults.positiveTime(pointer + "/expires", given.expires(), "P365D"));
  }

  private static Beneficiary beneficiary(RewardSettings given) {
    return given.to() == null ? Beneficiary.REFERRER : given.to();
  }

  private static Kind kind(RewardSettings given) {
    return given.kind() == null ? Kind.MONEY : given.kind();
  }

  /** What limits money and nothing else. */
  private static void requireNoMoney(String pointer, RewardSettings given, SettingsFaults faults) {
    boolean takesPercentage =
        given.amount().type() == AmountType.PERCENT
            || (given.amount().steps() != null
                && given.amount().steps().stream().anyMatch(step -> step.percent() != null));
    if (takesPercentage) {
      faults.add(pointer + "/amount", ONLY_MONEY, "a percentage " + ONLY_MONEY_SAYS);
    }
    if (given.cap() != null) {
      faults.add(pointer + "/cap", ONLY_MONEY, ONLY_MONEY_SAYS);
    }
    if (given.capPerPeriod() != null) {
      faults.add(pointer + "/capPerPeriod", ONLY_MONEY, ONLY_MONEY_SAYS);
    }
    if (given.approval() != null && given.approval().fourEyesAbove() != null) {
      faults.add(pointer + "/approval/fourEyesAbove", ONLY_MONEY, ONLY_MONEY_SAYS);
    }
  }

  private static @Nullable BigDecimal unitWorth(
      String pointer, RewardSettings given, SettingsFaults faults) {
    if (given.unitWorth() == null) {
      return null;
    }
    if (kind(given).isMoney()) {
      faults.add(pointer, "not-allowed", "goes with kinds that are no money, such as POINTS");
    }
    if (!given.unitWorth().matches(UNIT_WORTH)) {
      faults.add(
          pointer,
          "not-a-decimal",
          "must be a plain decimal from 0 to 999999.999999, such as \"0.01\"");
      return null;
    }
    return new BigDecimal(given.unitWorth());
  }

  private static Amount amount(
      String pointer, RewardSettings reward, Unit currency, SettingsFaults faults) {
    RewardSettings.AmountSettings given = reward.amount();
    if (given.type() != AmountType.TIERED
        && (given.steps() != null || given.per() != null || given.by() != null)) {
      faults.add(pointer + "/steps", "ambiguous", "by, steps and per go with type TIERED");
    }
    return switch (given.type()) {
      case PERCENT -> {
        if (given.value() != null) {
          faults.add(pointer + "/value", "ambiguous", "goes with type FIXED");
        }
        yield new Amount(
            AmountType.PERCENT,
            faults.percent(pointer + "/percent", given.percent()),
            base(pointer, reward, faults),
            null,
            null,
            List.of(),
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
            faults.value(pointer + "/value", given.value(), kind(reward).isMoney(), currency),
            null,
            List.of(),
            null);
      }
      case TIERED ->
          RewardStepsReader.read(pointer, reward, base(pointer, reward, faults), currency, faults);
    };
  }

  private static boolean hasDeal(Trigger trigger) {
    return trigger == Trigger.WON || trigger == Trigger.INVOICE_PAID;
  }

  /** What is paid is known where something was paid. */
  private static Base base(String pointer, RewardSettings reward, SettingsFaults faults) {
    Base given = reward.amount().of();
    boolean isPaid = reward.trigger() == Trigger.INVOICE_PAID;
    if (given == Base.PAYMENT_AMOUNT && !isPaid) {
      faults.add(pointer + "/of", "not-allowed", "goes with trigger INVOICE_PAID");
    }
    return given != null ? given : isPaid ? Base.PAYMENT_AMOUNT : Base.FIRST_YEAR_AMOUNT;
  }

  private static int periods(String pointer, RewardSettings given, SettingsFaults faults) {
    if (given.recurring() == null) {
      return 1;
    }
    if (given.trigger() != Trigger.INVOICE_PAID) {
      faults.add(pointer, "not-allowed", "goes with trigger INVOICE_PAID");
    }
    return faults.count(pointer + "/periods", given.recurring().periods(), 1, 1, MOST_PERIODS);
  }

  /** What a deal is worth is known at triggers that have one. */
  private static @Nullable Money minimumDeal(
      String pointer, RewardSettings given, Unit currency, SettingsFaults faults) {
    if (given.minimumDeal() != null && !hasDeal(given.trigger())) {
      faults.add(pointer, "not-allowed", "goes with trigger WON or INVOICE_PAID");
    }
    return faults.money(pointer, given.minimumDeal(), currency);
  }

  private static @Nullable PeriodCap capPerPeriod(
      String pointer,
      RewardSettings.@Nullable PeriodCapSettings given,
      Unit currency,
      SettingsFaults faults) {
    if (given == null) {
      return null;
    }
    IsoAmount per = faults.positiveTime(pointer + "/per", given.per(), "P12M");
    Money amount = faults.money(pointer, given.amount(), given.currency(), currency);
    return amount == null ? null : new PeriodCap(amount, per);
  }

  private static Approval approval(
      String pointer,
      RewardSettings.@Nullable ApprovalSettings given,
      Unit currency,
      SettingsFaults faults) {
    return given == null
        ? new Approval(Approver.PERSON, null)
        : new Approval(
            given.by() == null ? Approver.PERSON : given.by(),
            faults.decimal(pointer + "/fourEyesAbove", given.fourEyesAbove(), currency));
  }

  private static Clawback clawback(
      String pointer, RewardSettings.@Nullable ClawbackSettings given, SettingsFaults faults) {
    IsoAmount window =
        faults.time(pointer + "/window", given == null ? null : given.window(), "P90D");
    ClawbackMode mode = given == null || given.mode() == null ? ClawbackMode.FULL : given.mode();
    if (mode == ClawbackMode.PRO_RATA
        && window.addTo(Instant.EPOCH, ZoneOffset.UTC).isBefore(A_DAY)) {
      faults.add(pointer + "/window", "out-of-bounds", "must be a day at least with mode PRO_RATA");
    }
    return new Clawback(window, mode);
  }

  private RewardsReader() {}
}
