package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/**
 * Why a step was made.
 *
 * @param note for the tenant's eyes only; never shown to the other party, never in an event
 */
record StepReason(@Nullable String code, @Nullable String note) {
  static final StepReason NONE = new StepReason(null, null);

  static StepReason of(String code) {
    return new StepReason(code, null);
  }
}
