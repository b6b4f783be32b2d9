package app.vouch.platform.key;

import app.vouch.platform.work.Command;
import app.vouch.shared.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes an API key.
 *
 * @param scopes such as {@code referrals:read}; only scopes that the caller's own key has
 * @param expiresAt never, when absent
 */
@Schema(name = "CreateApiKey")
@Input("CreateApiKeyInput")
public record CreateApiKey(
    @NotBlank @OneLine @Size(max = 120) String name,
    @NotEmpty @Size(max = 60) List<@NotBlank @Size(max = 60) String> scopes,
    @Nullable Boolean mayActFor,
    @Min(1) @Max(1_000_000) @Nullable Integer callsPerMinute,
    @Nullable Instant expiresAt,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public CreateApiKey {}
}
