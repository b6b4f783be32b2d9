package app.vouch.referral;

import app.vouch.shared.Emails;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.Refusal;
import app.vouch.shared.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals are wanted; what is absent does not matter.
 *
 * @param prospectEmail compared by its normal form
 * @param externalRef {@code system:instance:object:id}
 */
@Input("ReferralFilter")
public record ReferralFilter(
    @Nullable ReferralState state,
    @Id @Nullable String programId,
    @Id @Nullable String referrerId,
    @Nullable String prospectEmail,
    @Nullable String externalRef,
    @Nullable Instant updatedSince) {
  static final ReferralFilter NONE = new ReferralFilter(null, null, null, null, null, null);

  public ReferralFilter {
    if (prospectEmail != null && !Emails.plausible(prospectEmail)) {
      throw new Refusal.Invalid("/prospectEmail", "malformed", "must be an e-mail address");
    }
  }

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid naming the parameter that cannot be read
   */
  static ReferralFilter parse(
      @Nullable String state,
      @Nullable String programId,
      @Nullable String referrerId,
      @Nullable String prospectEmail,
      @Nullable String externalRef,
      @Nullable String updatedSince) {
    return new ReferralFilter(
        state(state),
        programId,
        referrerId,
        prospectEmail,
        externalRef,
        Times.parameter("/updatedSince", updatedSince));
  }

  private static @Nullable ReferralState state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(ReferralState.values())
        .filter(s -> s.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "/state",
                    "malformed",
                    "must be one of " + Arrays.toString(ReferralState.values())));
  }

  List<ExternalRef> refs() {
    return ExternalRef.ofParameter(externalRef);
  }
}
