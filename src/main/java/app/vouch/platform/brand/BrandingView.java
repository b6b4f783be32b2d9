package app.vouch.platform.brand;

import app.vouch.platform.work.Versioned;
import app.vouch.shared.Language;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the tenant shows itself, with its defaults.
 *
 * @param id the tenant's
 * @param name the tenant's own where no other was given
 */
@Schema(name = "Branding")
@Name("Branding")
public record BrandingView(
    @Id @NonNull String id,
    @NonNull String name,
    @NonNull String color,
    @Nullable String logoUrl,
    @NonNull Language defaultLanguage,
    @Nullable String privacyNoticeUrl,
    int version,
    @NonNull Instant updatedAt)
    implements Versioned {}
