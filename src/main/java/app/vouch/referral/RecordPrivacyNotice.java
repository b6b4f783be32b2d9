package app.vouch.referral;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says that the prospect was told whose data are kept. */
@Schema(name = "RecordPrivacyNotice")
@Input("RecordPrivacyNoticeInput")
public record RecordPrivacyNotice(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public RecordPrivacyNotice {}
}
