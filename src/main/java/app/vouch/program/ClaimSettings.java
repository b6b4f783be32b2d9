package app.vouch.program;

import app.vouch.program.ProgramSettings.ClaimRule;
import app.vouch.program.ProgramSettings.ExistingPipeline;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Claims}. */
@Schema(name = "ClaimSettings")
@Name("ClaimSettings")
@Input("ClaimSettingsInput")
public record ClaimSettings(
    @Nullable ClaimRule rule,
    @Nullable String protection,
    @Nullable String extension,
    @Nullable ExistingPipeline existingPipeline,
    @Nullable Integer maxOpenPerReferrer) {

  public ClaimSettings {}
}
