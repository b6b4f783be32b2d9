package app.vouch.delivery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A header that goes with every delivery. No place for secrets: everybody who may read the endpoint
 * sees it.
 *
 * @param name not one that Vouch or HTTP itself needs
 * @param value printable ASCII
 */
@Schema(name = "WebhookHeader")
@Name("WebhookHeader")
@Input("WebhookHeaderInput")
public record WebhookHeader(
    @NotNull @NonNull @Size(max = 100) @Pattern(regexp = WebhookHeader.NAME) String name,
    @NotNull @NonNull @Size(max = 1000) @Pattern(regexp = WebhookHeader.VALUE) String value) {
  static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
  static final String VALUE = "[!-~]([ -~]*[!-~])?";

  public WebhookHeader {}
}
