package app.vouch.directory;

import app.vouch.platform.work.Versioned;
import app.vouch.shared.ExternalRef;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as callers see them. In GraphQL {@code organization} is the whole organization.
 *
 * @param country where they live or work: ISO 3166-1, two capital letters
 */
@Schema(name = "Person")
@Name("Person")
public record PersonView(
    @Id @NonNull String id,
    @NonNull String name,
    @Nullable String email,
    @Nullable String phone,
    @Ignore @Nullable OrganizationLink organization,
    @Nullable String country,
    @NonNull List<@NonNull ExternalRef> externalRefs,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
