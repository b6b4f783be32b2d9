package app.vouch.incentive.payee;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a person's payment details in clear.
 *
 * @param id the person
 */
@Schema(name = "RevealPaymentDetails")
@Input("RevealPaymentDetailsInput")
public record RevealPaymentDetails(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public RevealPaymentDetails {}
}
