package app.vouch.program;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A named person attests that a referrer has accepted the program's terms.
 *
 * @param termsVersion the version in effect
 * @param channel how the yes reached them: not {@code LINK}
 * @param evidence what was said or written
 */
@Schema(name = "AcceptReferrerTerms")
@Input("AcceptReferrerTermsInput")
public record AcceptReferrerTerms(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotBlank @Size(max = 40) String termsVersion,
    @NotNull TermsChannel channel,
    @NotBlank @Size(max = 2000) String evidence,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public AcceptReferrerTerms {}

  AcceptReferrerTerms by(String referrer) {
    return new AcceptReferrerTerms(referrer, termsVersion, channel, evidence, idempotencyKey);
  }
}
