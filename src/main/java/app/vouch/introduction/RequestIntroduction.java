package app.vouch.introduction;

import app.vouch.platform.work.Command;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.program.ReferrerRef;
import app.vouch.referral.CaptureReferral.Prospect;
import app.vouch.shared.Emails;
import app.vouch.shared.MoneyView;
import app.vouch.shared.OneLine;
import app.vouch.shared.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody to introduce a prospect: a referral's referrer, or a connector who has not referred
 * them yet. Then the referral is captured when the connector agrees.
 *
 * @param referralId absent: {@code connector} and {@code prospect} are named
 * @param connector a referrer of the program
 * @param programId absent: the tenant's default program; with a referral: the referral's
 * @param requester who wants to meet the prospect; absent: the person named in Vouch-Actor
 * @param subject one line: what it is about
 * @param context why both would care
 * @param dealAmount what the deal may be worth, for the connector's floor; a deal that is linked to
 *     the referral counts before it
 * @param sending absent: as the program version says
 */
@Schema(name = "RequestIntroduction")
@Input("RequestIntroductionInput")
public record RequestIntroduction(
    @Id @Nullable String referralId,
    @Valid @Nullable ReferrerRef connector,
    @Valid @Nullable Prospect prospect,
    @Id @Nullable String programId,
    @Valid @Nullable Requester requester,
    @NotBlank @OneLine @Size(max = 200) String subject,
    @Size(max = 4000) @Nullable String context,
    @Valid @Nullable MoneyView dealAmount,
    @Nullable Sending sending,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public RequestIntroduction {}

  /**
   * @throws Refusal.Invalid unless it names either a referral, or a connector and a prospect
   */
  void checkSubject() {
    if (referralId != null && (connector != null || prospect != null || programId != null)) {
      throw new Refusal.Invalid(
          "/referralId",
          "ambiguous",
          "says who introduces whom; leave out connector, prospect and programId");
    }
    if (referralId == null && (connector == null || prospect == null)) {
      throw new Refusal.Invalid(
          "/referralId", "required", "must name a referral, unless connector and prospect do");
    }
  }

  /** Who asks for the introduction. */
  @Schema(name = "RequesterInput")
  @Input("RequesterInput")
  public record Requester(
      @NotBlank @OneLine @Size(max = 200) String name,
      @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String email) {
    public Requester {}
  }
}
