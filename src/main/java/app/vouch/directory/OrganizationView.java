package app.vouch.directory;

import app.vouch.platform.graphql.Node;
import app.vouch.platform.work.Versioned;
import app.vouch.shared.ExternalRef;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization as callers see it.
 *
 * @param sector what it does, in the caller's words, such as {@code SETTLEMENT_SERVICES}
 * @param country where it has its seat: ISO 3166-1, two capital letters
 */
@Schema(name = "Organization")
@Name("Organization")
public record OrganizationView(
    @Id @NonNull String id,
    @NonNull String name,
    @Nullable String domain,
    @Nullable String sector,
    @Nullable String country,
    @NonNull List<@NonNull ExternalRef> externalRefs,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned, Node {}
