package app.vouch.referral;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says that a deal came, or did not come, of a referral. */
@Schema(name = "LinkReferralToDeal")
@Input("LinkReferralToDealInput")
public record LinkReferralToDeal(
    @Id @NonNull String id,
    @Id @NonNull String dealId,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public LinkReferralToDeal {}
}
