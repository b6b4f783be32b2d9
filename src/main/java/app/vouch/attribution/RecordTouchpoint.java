package app.vouch.attribution;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Records evidence that a referrer had a part in a deal, found by a person. Credits take it in when
 * they are next computed.
 *
 * @param dealId the only deal for which it counts; absent: every deal of the referral
 * @param occurredAt when it happened; now when absent
 * @param evidence what shows it
 */
@Schema(name = "RecordTouchpoint")
@Input("RecordTouchpointInput")
public record RecordTouchpoint(
    @Id @NotNull @Size(max = 40) String referralId,
    @Id @Size(max = 40) @Nullable String dealId,
    @Nullable Instant occurredAt,
    @NotBlank @Size(max = 500) String evidence,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {

  public RecordTouchpoint {}
}
