package app.vouch.delivery;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How Vouch proves to a receiver who it is, without the secret.
 *
 * @param headerName of {@code HEADER}
 * @param tokenUrl of {@code OAUTH2}
 * @param clientId of {@code OAUTH2}
 * @param scope of {@code OAUTH2}; null where none is asked for
 * @param certificate of {@code MTLS}, in PEM
 */
@Schema(name = "WebhookAuthenticationState")
@Name("WebhookAuthentication")
public record WebhookAuthenticationView(
    @NonNull AuthenticationKind kind,
    @Nullable String headerName,
    @Nullable String tokenUrl,
    @Nullable String clientId,
    @Nullable String scope,
    @Nullable String certificate) {
  public static final WebhookAuthenticationView NONE = of(AuthenticationKind.NONE);

  static WebhookAuthenticationView of(AuthenticationKind kind) {
    return new WebhookAuthenticationView(kind, null, null, null, null, null);
  }
}
