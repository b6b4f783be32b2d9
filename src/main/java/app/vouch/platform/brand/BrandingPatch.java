package app.vouch.platform.brand;

import app.vouch.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The members of a branding that a merge patch can change; null brings the default back. */
@Schema(name = "BrandingPatch")
public record BrandingPatch(
    @Nullable String name,
    @Nullable String color,
    @Nullable String logoUrl,
    @Nullable Language defaultLanguage,
    @Nullable String privacyNoticeUrl) {}
