package app.vouch.introduction;

import app.vouch.platform.work.Command;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.shared.Emails;
import app.vouch.shared.MoneyView;
import app.vouch.shared.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks a referral's referrer to introduce the prospect.
 *
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
    @Id @NotBlank String referralId,
    @Valid @Nullable Requester requester,
    @NotBlank @OneLine @Size(max = 200) String subject,
    @Size(max = 4000) @Nullable String context,
    @Valid @Nullable MoneyView dealAmount,
    @Nullable Sending sending,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public RequestIntroduction {}

  /** Who asks for the introduction. */
  @Schema(name = "RequesterInput")
  @Input("RequesterInput")
  public record Requester(
      @NotBlank @OneLine @Size(max = 200) String name,
      @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String email) {
    public Requester {}
  }
}
