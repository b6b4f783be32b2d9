package app.vouch.incentive;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all gates together say to a reward.
 *
 * @param reasons why it waits
 * @param denial the reason code where it is denied
 */
record GateVerdict(Set<RewardReason> reasons, @Nullable String denial) {
  static final GateVerdict PASSED = new GateVerdict(Set.of(), null);

  static GateVerdict of(List<RewardGateView> answers) {
    Set<RewardReason> reasons = EnumSet.noneOf(RewardReason.class);
    answers.stream().map(RewardGateView::reason).filter(Objects::nonNull).forEach(reasons::add);
    String denial =
        answers.stream()
            .filter(answer -> answer.answer() == GateAnswer.DENIED)
            .map(answer -> answer.gate() + "_BLOCKED")
            .findFirst()
            .orElse(null);
    return new GateVerdict(reasons, denial);
  }

  boolean passed() {
    return denial == null && reasons.isEmpty();
  }
}
