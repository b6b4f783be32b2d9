package app.vouch.program;

import app.vouch.program.RewardRule.Amount;
import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Step;
import app.vouch.program.RewardRule.TierBasis;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.program.RewardSettings.StepSettings;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The steps of a tiered amount. */
final class RewardStepsReader {
  private static final int MOST = 1_000_000_000;

  static Amount read(
      String pointer, RewardSettings reward, Base of, Unit currency, SettingsFaults faults) {
    RewardSettings.AmountSettings given = reward.amount();
    boolean isMoney = reward.kind() == null || reward.kind().isMoney();
    TierBasis by = given.by() == null ? TierBasis.COUNT : given.by();
    if (by == TierBasis.VALUE && reward.trigger() != Trigger.WON) {
      faults.add(pointer + "/by", "not-allowed", "VALUE goes with trigger WON");
    }
    if (given.percent() != null || given.value() != null) {
      faults.add(pointer + "/percent", "ambiguous", "percent and value go into steps");
    }
    List<StepSettings> wanted = given.steps() == null ? List.of() : given.steps();
    if (wanted.isEmpty()) {
      faults.add(pointer + "/steps", "required", "needs at least one step with type TIERED");
    }
    List<Step> steps = new ArrayList<>();
    for (StepSettings step : wanted) {
      String place = pointer + "/steps/" + steps.size();
      requireRising(place + "/from", step.from(), steps, by, faults);
      steps.add(step(place, step, isMoney, currency, faults));
    }
    if (steps.stream()
            .map(Step::value)
            .filter(Objects::nonNull)
            .map(Money::currency)
            .distinct()
            .count()
        > 1) {
      faults.add(pointer + "/steps", "ambiguous", "must all be in one unit");
    }
    return new Amount(
        AmountType.TIERED,
        null,
        of,
        null,
        by,
        List.copyOf(steps),
        faults.positiveTime(pointer + "/per", given.per(), "P12M"));
  }

  private static void requireRising(
      String pointer, int from, List<Step> before, TierBasis by, SettingsFaults faults) {
    int first = by == TierBasis.COUNT ? 1 : 0;
    if (before.isEmpty() && from != first) {
      faults.add(pointer, "out-of-bounds", "must be %d in the first step".formatted(first));
    } else if (!before.isEmpty() && (from <= before.getLast().from() || from > MOST)) {
      faults.add(
          pointer,
          "out-of-bounds",
          "must be from %d to %d".formatted(before.getLast().from() + 1, MOST));
    }
  }

  private static Step step(
      String pointer, StepSettings given, boolean isMoney, Unit currency, SettingsFaults faults) {
    if ((given.percent() == null) == (given.value() == null)) {
      faults.add(pointer, "ambiguous", "must have either percent or value");
    }
    BigDecimal percent =
        given.percent() == null ? null : faults.percent(pointer + "/percent", given.percent());
    return new Step(
        given.from(), percent, faults.value(pointer + "/value", given.value(), isMoney, currency));
  }

  private RewardStepsReader() {}
}
