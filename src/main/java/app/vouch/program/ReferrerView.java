package app.vouch.program;

import app.vouch.directory.PersonLink;
import app.vouch.platform.work.Versioned;
import app.vouch.shared.ExternalRef;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A referrer as callers see them. In GraphQL {@code person} is the whole person.
 *
 * @param code shareable, unique in the tenant
 */
@Schema(name = "Referrer")
@Name("Referrer")
public record ReferrerView(
    @Id @NonNull String id,
    @Id @NonNull String programId,
    @Ignore @NonNull PersonLink person,
    @NonNull ReferrerKind kind,
    @NonNull ReferrerState state,
    @NonNull String code,
    @NonNull List<@NonNull ExternalRef> externalRefs,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
