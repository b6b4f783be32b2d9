package app.vouch.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The members of a person that a merge patch can change; null removes, except for the name. */
@Schema(name = "PersonPatch")
public record PersonPatch(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String organizationId,
    @Nullable String country) {}
