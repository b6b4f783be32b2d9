package app.vouch.platform.key;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Mode;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who the caller is to Vouch: the realm, the scopes, the limits. */
@Schema(name = "Me")
@Name("Me")
public record MeView(
    @Id @NonNull String tenantId,
    @NonNull Mode mode,
    @NonNull Actor actor,
    @NonNull List<@NonNull String> scopes,
    int callsPerMinute,
    boolean mayActFor) {}
