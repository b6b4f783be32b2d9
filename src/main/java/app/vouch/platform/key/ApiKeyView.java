package app.vouch.platform.key;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its tenant sees it.
 *
 * @param prefix the first characters, to tell keys apart
 * @param secret the key itself, in the answer that makes it and never again
 * @param secretWithheld true where a repeated call would have shown the secret again
 * @param mayActFor whether {@code Vouch-Actor} is believed
 * @param lastUsedAt exact to a minute
 */
@Schema(name = "ApiKey")
@Name("ApiKey")
public record ApiKeyView(
    @Id @NonNull String id,
    @NonNull String name,
    @NonNull String prefix,
    @NonNull List<@NonNull String> scopes,
    boolean mayActFor,
    int callsPerMinute,
    @NonNull Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String secret,
    boolean secretWithheld)
    implements Identified, WithSecret<ApiKeyView> {

  @Override
  public ApiKeyView withheld() {
    return with(null, secret != null);
  }

  ApiKeyView with(@Nullable String shown, boolean withheld) {
    return new ApiKeyView(
        id,
        name,
        prefix,
        scopes,
        mayActFor,
        callsPerMinute,
        createdAt,
        expiresAt,
        revokedAt,
        lastUsedAt,
        shown,
        withheld);
  }
}
