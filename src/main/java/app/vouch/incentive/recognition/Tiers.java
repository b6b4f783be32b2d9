package app.vouch.incentive.recognition;

import app.vouch.program.ProgramSettings;
import app.vouch.program.RecognitionSettings.TierLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tier a count is in. Pure. */
record Tiers(List<Integer> from, List<TierLevel> levels) {

  static Tiers of(ProgramSettings settings) {
    return new Tiers(settings.tiers(), settings.recognition().levels());
  }

  /** 0 for none, 1 for the lowest. */
  int reachedBy(int counted) {
    return (int) from.stream().filter(least -> least <= counted).count();
  }

  /** How many make the next tier; null in the highest. */
  @Nullable Integer after(int tier) {
    return tier < from.size() ? from.get(tier) : null;
  }

  @Nullable TierLevel level(int tier) {
    return tier < 1 || tier > levels.size() ? null : levels.get(tier - 1);
  }

  @Nullable String name(int tier) {
    TierLevel level = level(tier);
    return level == null ? null : level.name();
  }
}
