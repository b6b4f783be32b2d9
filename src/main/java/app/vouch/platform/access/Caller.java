package app.vouch.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, as the credentials say.
 *
 * @param tenantId the realm; {@link #OPERATORS_REALM} for the operator
 * @param keyId the API key, or null with an OIDC token
 * @param limitKey whose share of calls this uses up
 * @param callsPerMinute the rate limit
 * @param mayActFor whether {@code Vouch-Actor} is believed
 */
public record Caller(
    UUID tenantId,
    Mode mode,
    @Nullable UUID keyId,
    Actor actor,
    Set<Scope> scopes,
    String limitKey,
    int callsPerMinute,
    boolean mayActFor) {
  /** The operator belongs to no tenant: what they do is kept under this id. */
  public static final UUID OPERATORS_REALM = new UUID(0, 0);
}
