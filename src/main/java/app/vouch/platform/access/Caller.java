package app.vouch.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, as the credentials say.
 *
 * @param tenantId the realm; null for the operator
 * @param keyId the API key, or null with an OIDC token
 * @param limitKey whose share of calls this uses up
 * @param callsPerMinute the rate limit
 * @param mayActFor whether {@code Vouch-Actor} is believed
 */
public record Caller(
    @Nullable UUID tenantId,
    Mode mode,
    @Nullable UUID keyId,
    Actor actor,
    Set<Scope> scopes,
    String limitKey,
    int callsPerMinute,
    boolean mayActFor) {}
