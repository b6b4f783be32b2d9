package app.vouch.delivery;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint's receiver wants to see before it takes a delivery. Secrets are sealed and never
 * shown again; in a change, what is absent stays while the kind stays.
 *
 * @param headerName {@code HEADER}: {@code Authorization} when absent
 * @param headerValue {@code HEADER}: the secret value
 * @param tokenUrl {@code OAUTH2}: where tokens are asked for, with HTTP Basic
 * @param scope {@code OAUTH2}: what to ask for; nothing when absent or empty
 * @param certificate {@code MTLS}: the client's certificate and its chain in PEM
 * @param privateKey {@code MTLS}: the certificate's key in PEM, PKCS #8
 */
@Schema(name = "WebhookAuthentication")
@Input("WebhookAuthenticationInput")
public record WebhookAuthentication(
    @Nullable AuthenticationKind kind,
    @Size(max = 100) @Pattern(regexp = WebhookHeader.NAME) @Nullable String headerName,
    @Size(max = 4000) @Pattern(regexp = WebhookHeader.VALUE) @Nullable String headerValue,
    @Size(max = 2000) @Pattern(regexp = CreateWebhookEndpoint.URL) @Nullable String tokenUrl,
    @Size(min = 1, max = 500) @Nullable String clientId,
    @Size(min = 1, max = 1000) @Nullable String clientSecret,
    @Size(max = 1000) @Nullable String scope,
    @Size(max = 30_000) @Nullable String certificate,
    @Size(max = 10_000) @Nullable String privateKey) {
  /** Takes it away. */
  static final WebhookAuthentication NONE =
      new WebhookAuthentication(
          AuthenticationKind.NONE, null, null, null, null, null, null, null, null);

  public WebhookAuthentication {}

  WebhookAuthentication withoutScope() {
    return new WebhookAuthentication(
        kind,
        headerName,
        headerValue,
        tokenUrl,
        clientId,
        clientSecret,
        "",
        certificate,
        privateKey);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "WebhookAuthentication[%s]".formatted(kind);
  }
}
