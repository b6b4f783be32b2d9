package app.vouch.program;

import app.vouch.shared.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Recognition}. */
@Schema(name = "RecognitionSettings")
@Name("RecognitionSettings")
@Input("RecognitionSettingsInput")
public record RecognitionSettings(
    @Nullable String window,
    @Size(max = 10) @Nullable List<@NotNull @Valid TierLevel> levels,
    ProgramSettings.@Nullable Leaderboard leaderboard) {

  public RecognitionSettings {}

  /**
   * What a tier is called and brings.
   *
   * @param benefits what somebody who is there gets, in words
   */
  @Schema(name = "TierLevel")
  @Name("TierLevel")
  @Input("TierLevelInput")
  public record TierLevel(
      @NotBlank @OneLine @Size(max = 60) String name,
      @Size(max = 2_000) @Nullable String benefits) {

    public TierLevel {}
  }
}
