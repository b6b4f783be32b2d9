package app.vouch.directory;

import app.vouch.platform.work.Command;
import app.vouch.shared.Emails;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is to write to an address any more. Only a key of it is kept.
 *
 * @param note for the tenant's eyes only
 */
@Schema(name = "SuppressAddress")
@Input("SuppressAddressInput")
public record SuppressAddress(
    @NotNull @Size(max = 320) @Pattern(regexp = Emails.PATTERN) String email,
    @NotNull SuppressionReason reason,
    @Size(max = 500) @Nullable String note,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public SuppressAddress {}
}
