package app.vouch.delivery;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a webhook endpoint.
 *
 * @param url https; its host must be at public addresses only
 * @param eventTypes {@code referral.won}, {@code referral.*} or {@code *}
 */
@Schema(name = "CreateWebhookEndpoint")
@Input("CreateWebhookEndpointInput")
public record CreateWebhookEndpoint(
    @NotBlank @Size(max = 2000) @Pattern(regexp = CreateWebhookEndpoint.URL) String url,
    @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 60) String> eventTypes,
    @Size(max = 500) @Nullable String description,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  /** The beginning of a URL; the rest is checked with its address. */
  static final String URL = "https?://\\S+";

  public CreateWebhookEndpoint {}
}
