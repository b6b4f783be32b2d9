package app.vouch.platform.key;

import app.vouch.platform.work.Command;
import app.vouch.shared.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes a tenant: a live realm, a test realm, and a first key for each. */
@Schema(name = "CreateTenant")
public record CreateTenant(
    @NotBlank @OneLine @Size(max = 120) String name,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {}
