package app.vouch.introduction;

import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which introductions are wanted. */
@Input("IntroductionFilter")
public record IntroductionFilter(
    @Nullable IntroductionState state, @Id @Nullable String referralId) {
  public IntroductionFilter {}

  static final IntroductionFilter ALL = new IntroductionFilter(null, null);

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state is none
   */
  static IntroductionFilter parse(@Nullable String state, @Nullable String referralId) {
    return new IntroductionFilter(state == null ? null : state(state), referralId);
  }

  private static IntroductionState state(String text) {
    return Arrays.stream(IntroductionState.values())
        .filter(s -> s.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "/state",
                    "unknown-value",
                    "must be one of " + List.of(IntroductionState.values())));
  }

  @Nullable UUID referral() {
    return IdType.REFERRAL.inBodyNullable("/referralId", referralId);
  }
}
