package app.vouch.program;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Attribution}. */
@Schema(name = "AttributionSettings")
@Name("AttributionSettings")
@Input("AttributionSettingsInput")
public record AttributionSettings(
    @Valid @Nullable ModelSettings model,
    @Nullable String lookBack,
    @Nullable List<@NotNull EvidenceSource> sources) {

  public AttributionSettings {}

  /** The model by its name. */
  @Schema(name = "AttributionModelSettings")
  @Name("AttributionModelSettings")
  @Input("AttributionModelSettingsInput")
  public record ModelSettings(@NotNull AttributionModel type) {

    public ModelSettings {}
  }
}
