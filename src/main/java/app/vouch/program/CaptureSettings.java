package app.vouch.program;

import app.vouch.program.ProgramSettings.ProspectContact;
import app.vouch.program.ProgramSettings.Review;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Capture}. */
@Schema(name = "CaptureSettings")
@Name("CaptureSettings")
@Input("CaptureSettingsInput")
public record CaptureSettings(
    @Nullable Review review,
    @Nullable String expireAfter,
    @Nullable ProspectContact prospectContact,
    @Nullable Boolean openEnrolment) {

  public CaptureSettings {}
}
