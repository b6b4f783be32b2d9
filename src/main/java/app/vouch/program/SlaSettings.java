package app.vouch.program;

import app.vouch.program.ProgramSettings.SlaUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Sla}. */
@Schema(name = "SlaSettings")
@Name("SlaSettings")
@Input("SlaSettingsInput")
public record SlaSettings(
    @Valid @Nullable SlaTimeSettings firstContact, @Valid @Nullable SlaTimeSettings thankYou) {

  public SlaSettings {}

  /** See {@link ProgramSettings.SlaTime}. */
  @Schema(name = "SlaTimeSettings")
  @Name("SlaTimeSettings")
  @Input("SlaTimeSettingsInput")
  public record SlaTimeSettings(@NotNull Integer amount, @NotNull SlaUnit unit) {

    public SlaTimeSettings {}
  }
}
